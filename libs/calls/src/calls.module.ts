import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { StageCompletion } from './stage-completion.service.js';
import { CallStageService } from './call-stage.service.js';

@Module({
  imports: [JournalModule],
  providers: [CallStageService, StageCompletion],
  exports: [CallStageService, StageCompletion],
})
export class CallsModule {}
