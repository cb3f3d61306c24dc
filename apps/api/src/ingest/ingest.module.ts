import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { PeopleModule } from '#people';
import { CorrectionsController } from '../corrections/corrections.controller.js';
import { WaitingCorrectionsQuery } from '../corrections/waiting-corrections.query.js';
import { CallAccess } from '../reach/call-access.js';
import { SentCallsController } from '../sent-calls/sent-calls.controller.js';
import { SentCalls } from '../sent-calls/sent-calls.service.js';
import { UploadFormQuery } from '../upload-form/upload-form.query.js';
import { UploadController } from './upload.controller.js';

/** Calls that come over HTTP, and corrections of them. */
@Module({
  imports: [IntakeModule, PeopleModule],
  controllers: [UploadController, SentCallsController, CorrectionsController],
  providers: [SentCalls, UploadFormQuery, CallAccess, WaitingCorrectionsQuery],
  exports: [IntakeModule],
})
export class IngestModule {}
