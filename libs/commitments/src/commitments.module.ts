import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { CommitmentAnswers } from './commitment-answers.service.js';
import { CommitmentLedger } from './commitment-ledger.js';
import { DueSweep } from './due-sweep.js';
import { FindCommitmentsService } from './find-commitments.service.js';
import { Fulfilment } from './fulfilment.js';
import { LegPromisesService } from './leg-promises.service.js';
import { PromisesThread } from './promises-thread.js';
import { MatchCommitmentsService } from './match-commitments.service.js';
import { ReviewedPromises } from './reviewed-promises.service.js';

/** What agents promised, from the words to the day it is kept. */
@Module({
  imports: [JournalModule, PeopleModule, RecordingsModule],
  providers: [
    ...[CommitmentLedger, Fulfilment, LegPromisesService, PromisesThread],
    ...[FindCommitmentsService, MatchCommitmentsService, CommitmentAnswers, DueSweep],
    ReviewedPromises,
  ],
  exports: [FindCommitmentsService, MatchCommitmentsService, CommitmentAnswers, DueSweep, ReviewedPromises],
})
export class CommitmentsModule {}
