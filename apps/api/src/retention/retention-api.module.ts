import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RetentionModule } from '#retention';
import { AuditApiModule } from '../audit/audit-api.module.js';
import { CertificateDesk } from './certificate-desk.service.js';
import { CertificatesController } from './certificates.controller.js';
import { DataRequestsController } from './data-requests.controller.js';
import { DataRequestsQuery } from './data-requests.query.js';
import { DestructionsQuery } from './destructions.query.js';
import { RetentionController } from './retention.controller.js';
import { RetentionQuery } from './retention.query.js';

/** Retention as people keep it, and requests of persons recorded. */
@Module({
  imports: [AuditApiModule, JournalModule, PeopleModule, RetentionModule],
  controllers: [RetentionController, CertificatesController, DataRequestsController],
  providers: [RetentionQuery, DestructionsQuery, CertificateDesk, DataRequestsQuery],
})
export class RetentionApiModule {}
