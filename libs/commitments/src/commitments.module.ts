import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { CommitmentAnswers } from './commitment-answers.service.js';
import { CommitmentLedger } from './commitment-ledger.js';
import { DueSweep } from './due-sweep.js';
import { FindCommitmentsService } from './find-commitments.service.js';
import { Fulfilment } from './fulfilment.js';
import { LegCommitmentsService } from './leg-commitments.service.js';
import { CommitmentsThread } from './commitments-thread.js';
import { MatchCommitmentsService } from './match-commitments.service.js';
import { ReviewedCommitments } from './reviewed-commitments.service.js';

/** What agents promised, from the words to the day it is kept. */
@Module({
  imports: [JournalModule, PeopleModule, RecordingsModule],
  providers: [
    ...[CommitmentLedger, Fulfilment, LegCommitmentsService, CommitmentsThread],
    ...[FindCommitmentsService, MatchCommitmentsService, CommitmentAnswers, DueSweep],
    ReviewedCommitments,
  ],
  exports: [FindCommitmentsService, MatchCommitmentsService, CommitmentAnswers, DueSweep, ReviewedCommitments],
})
export class CommitmentsModule {}
