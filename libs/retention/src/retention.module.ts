import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { LegalModule } from '#legal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { RetentionClock } from './clock/retention-clock.service.js';
import { DestroyRecordingService } from './destruction/destroy-recording.service.js';
import { DestructionOrders } from './destruction/destruction-orders.service.js';
import { DestructionProof } from './destruction/destruction-proof.service.js';
import { FoundTombstones } from './destruction/found-tombstones.service.js';
import { RestoredRecordings } from './destruction/restored-recordings.service.js';
import { RetentionSweep } from './sweep/retention-sweep.service.js';
import { DataRequestLedger } from './requests/data-request-ledger.js';
import { ForgottenRecords } from './erasure/forgotten-records.service.js';
import { ErasedCalls } from './erasure/erased-calls.js';
import { DataRequests } from './requests/data-requests.service.js';
import { CorrectionSweep, CallTerms } from './schedule/correction-sweep.js';
import { ScheduleService } from './schedule/schedule.service.js';
import { SimulationService } from './schedule/simulation.service.js';
import { TermKeeper } from './schedule/term-keeper.service.js';

const SERVICES = [
  ...[ScheduleService, SimulationService, RetentionClock, RetentionSweep],
  ...[
    DestroyRecordingService,
    RestoredRecordings,
    DestructionOrders,
    DataRequests,
    CallTerms,
    CorrectionSweep,
    ForgottenRecords,
  ],
];

/** How long recordings are kept, their destruction with its proof, and requests of the persons recorded. */
@Module({
  imports: [JournalModule, PeopleModule, RecordingsModule, LegalModule],
  providers: [...SERVICES, TermKeeper, DestructionProof, FoundTombstones, DataRequestLedger, ErasedCalls],
  exports: SERVICES,
})
export class RetentionModule {}
