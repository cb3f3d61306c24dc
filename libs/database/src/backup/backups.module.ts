import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { Backups } from './backups.service.js';

@Module({ imports: [JournalModule], providers: [Backups], exports: [Backups] })
export class BackupsModule {}
