import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { LegalModule } from '#legal';
import { ListedCalls } from '../dashboard/listed-calls.js';
import { PeopleModule } from '#people';
import { BlindModule } from '#quality';
import { BreakGlassController } from './break-glass.controller.js';
import { EmergencyDesk } from './emergency-desk.service.js';
import { LegalCasesController } from './legal-cases.controller.js';
import { LegalCasesQuery } from './legal-cases.query.js';
import { LegalRequestsController } from './legal-requests.controller.js';
import { LegalRequestsQuery } from './legal-requests.query.js';
import { RequestDesk } from './request-desk.service.js';
import { RequestScope } from './request-scope.js';

/** Requests for recordings, their approvals, and the cases that they belong to. */
@Module({
  imports: [BlindModule, CallsModule, LegalModule, PeopleModule],
  controllers: [BreakGlassController, LegalCasesController, LegalRequestsController],
  providers: [LegalCasesQuery, LegalRequestsQuery, RequestScope, RequestDesk, EmergencyDesk, ListedCalls],
  exports: [LegalRequestsQuery],
})
export class LegalApiModule {}
