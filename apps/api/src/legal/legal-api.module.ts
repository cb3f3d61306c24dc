import { Module } from '@nestjs/common';
import { LegalModule } from '#legal';
import { LegalCasesController } from './legal-cases.controller.js';
import { LegalCasesQuery } from './legal-cases.query.js';

/** Requests for recordings, their approvals, and the cases that they belong to. */
@Module({ imports: [LegalModule], controllers: [LegalCasesController], providers: [LegalCasesQuery] })
export class LegalApiModule {}
