import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { LiveListenings } from './live-listenings.service.js';

/** Listening in on calls that go on: what the server that sends sound to a browser and the process that captures both need. */
@Module({ imports: [JournalModule], providers: [LiveListenings], exports: [LiveListenings] })
export class ListeningModule {}
