import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { StageCompletion } from './stage-completion.service.js';
import { CallAttentionService } from './call-attention.service.js';
import { CallStageService } from './call-stage.service.js';

@Module({
  imports: [JournalModule],
  providers: [CallStageService, CallAttentionService, StageCompletion],
  exports: [CallStageService, CallAttentionService, StageCompletion],
})
export class CallsModule {}
