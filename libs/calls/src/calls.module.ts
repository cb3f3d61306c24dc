import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { CallStageService } from './call-stage.service.js';

@Module({ imports: [JournalModule], providers: [CallStageService], exports: [CallStageService] })
export class CallsModule {}
