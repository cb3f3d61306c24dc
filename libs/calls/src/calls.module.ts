import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { ListedLegs } from './listed/listed-legs.service.js';
import { StageCompletion } from './stage/stage-completion.service.js';
import { CallAttentionService } from './stage/call-attention.service.js';
import { CallStageService } from './stage/call-stage.service.js';

@Module({
  imports: [JournalModule, PeopleModule],
  providers: [CallStageService, CallAttentionService, StageCompletion, ListedLegs],
  exports: [CallStageService, CallAttentionService, StageCompletion, ListedLegs],
})
export class CallsModule {}
