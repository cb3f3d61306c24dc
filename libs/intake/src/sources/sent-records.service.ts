import { Injectable } from '@nestjs/common';
import { type RecordsPreview, type RecordsPreviewQuestion, type TakenRecords } from '#contracts';
import { isZone, SOURCES } from '#telephony/rules';
import { TelephonyRecords } from '../records/telephony-records.service.js';
import { previewOf } from './preview.rules.js';
import { recordPieces } from './record-pieces.rules.js';
import { sourceRefusals } from './source-refusals.js';
import { TelephonySystemsService } from './telephony-systems.service.js';

/** A list in one piece of JSON, and a line; in characters. What is longer is no line of records, and a system that writes more writes lines. */
const LARGEST_LIST = 2 * 1024 ** 2;
const LONGEST = 1024 ** 2;

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
  async take(sourceId: string, file: { name: string; text: string }, by: string): Promise<TakenRecords> {
    const of = await this.sources.byId(sourceId);
    if (of.endedAt) throw sourceRefusals.source_ended();
    const read = this.records.read(of, file);
    if (!read) throw sourceRefusals.records_of_another_system();
    return { ...(await this.records.take(of, read.records, read.unread.length, by)), unread: read.unread };
  }

  /** A whole file, a piece after the other, so that others are answered meanwhile. @throws DomainError `not_found`, `records_of_another_system` */
  async takeFile(sourceId: string, { name, text }: { name: string; text: string }, by: string): Promise<TakenRecords> {
    const sum: TakenRecords = { taken: 0, known: 0, unread: [] };
    let found = false;
    if (text.length > LARGEST_LIST && /^\uFEFF?\s*\[/.test(text)) throw sourceRefusals.records_of_another_system();
    for (const { text: piece, known, before } of recordPieces(text)) {
      if (piece.length > LONGEST) throw sourceRefusals.records_of_another_system();
      const of = await this.sources.byId(sourceId);
      const read = this.records.read(of, { name, text: piece });
      if (!read) continue;
      found = true;
      const fresh = read.unread.filter(({ line }) => line > known);
      const taken = await this.records.take(of, read.records, fresh.length, by);
      sum.taken += taken.taken;
      sum.known += taken.known;
      for (const { line, what } of fresh) sum.unread.push({ line: before + line - known, what });
    }
    if (!found) throw sourceRefusals.records_of_another_system();
    return sum;
  }
}
