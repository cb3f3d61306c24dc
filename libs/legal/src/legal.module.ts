import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { RedactionModule } from '#transcripts';
import { LegalCases } from './cases/legal-cases.service.js';
import { GrantService } from './grants/grant.service.js';
import { HoldService } from './holds/index.js';
import { PlayService } from './plays/play.service.js';
import { LegalDecisions } from './requests/legal-decisions.service.js';
import { LegalRequests } from './requests/legal-requests.service.js';
import { RequestGrants } from './requests/request-grants.service.js';
import { RequestLedger } from './requests/request-ledger.js';
import { RequestSweep } from './requests/request-sweep.js';
import { SoundGate } from './sound/sound-gate.service.js';

const REQUESTS = [LegalRequests, LegalDecisions, RequestGrants, RequestSweep];
const SERVICES = [GrantService, PlayService, LegalCases, HoldService, SoundGate, ...REQUESTS];

@Module({
  imports: [JournalModule, PeopleModule, RecordingsModule, RedactionModule],
  providers: [...SERVICES, RequestLedger],
  exports: SERVICES,
})
export class LegalModule {}
