import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RetentionModule } from '#retention';
import { CertificateDesk } from './certificate-desk.service.js';
import { DataRequestsController } from './data-requests.controller.js';
import { DataRequestsQuery } from './data-requests.query.js';
import { RetentionController } from './retention.controller.js';
import { RetentionQuery } from './retention.query.js';

/** Retention as people keep it, and requests of persons recorded. */
@Module({
  imports: [JournalModule, RetentionModule],
  controllers: [RetentionController, DataRequestsController],
  providers: [RetentionQuery, CertificateDesk, DataRequestsQuery],
})
export class RetentionApiModule {}
