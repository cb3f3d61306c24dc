import { Injectable } from '@nestjs/common';
import { type RecordsPreview, type RecordsPreviewQuestion, type TakenRecords } from '#contracts';
import { isZone, SOURCES } from '#telephony/rules';
import { TelephonyRecords } from '../records/telephony-records.service.js';
import { previewOf } from './preview.rules.js';
import { sourceRefusals } from './source-refusals.js';
import { TelephonySystemsService } from './telephony-systems.service.js';

/** Files of records that people bring: shown first, and then taken, a piece after the other. */
@Injectable()
export class SentRecords {
  constructor(
    private readonly sources: TelephonySystemsService,
    private readonly records: TelephonyRecords,
  ) {}

  /** Nothing is stored. @throws DomainError `unknown_reader`, `unknown_zone` */
  preview(question: RecordsPreviewQuestion): RecordsPreview {
    const { reader, settings } = question;
    if (!isZone(settings.zone)) throw sourceRefusals.unknown_zone();
    if (reader !== null && !SOURCES.some(({ name }) => name === reader)) throw sourceRefusals.unknown_reader();
    return previewOf(question);
  }

  /** @throws DomainError `not_found`, `source_ended`, `records_of_another_system` */
  async take(sourceId: string, file: { name: string; text: string }): Promise<TakenRecords> {
    const of = await this.sources.byId(sourceId);
    if (of.endedAt) throw sourceRefusals.source_ended();
    const read = this.records.read(of, file);
    if (!read) throw sourceRefusals.records_of_another_system();
    return { ...(await this.records.take(of, read.records, read.unread.length)), unread: read.unread };
  }
}
