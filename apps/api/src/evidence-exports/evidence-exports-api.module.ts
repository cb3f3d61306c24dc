import { Module } from '@nestjs/common';
import { LegalModule } from '#legal';
import { EvidenceExportsController } from './evidence-exports.controller.js';
import { EvidenceExportsQuery } from './evidence-exports.query.js';

@Module({ imports: [LegalModule], controllers: [EvidenceExportsController], providers: [EvidenceExportsQuery] })
export class EvidenceExportsApiModule {}
