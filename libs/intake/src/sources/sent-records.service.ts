import { Injectable } from '@nestjs/common';
import { type RecordsPreview, type RecordsPreviewQuestion, type RecordsTakenAnswer } from '#contracts';
import { type TelephonySourceRow } from '#telephony';
import { isZone, SOURCES, type RecordFile } from '#telephony/rules';
import { TelephonyRecords } from '../records/telephony-records.service.js';
import { ToldRecords } from '../records/told-records.service.js';
import { previewOf } from './preview.rules.js';
import { recordPieces } from './record-pieces.rules.js';
import { sourceRefusals } from './source-refusals.js';
import { TelephonySourcesService } from './telephony-sources.service.js';

/** A list in one piece of JSON, and a line; in characters. What is longer is no line of records, and a system that writes more writes lines. */
const LARGEST_LIST = 2 * 1024 ** 2;
const LONGEST = 1024 ** 2;

/** Unread lines that are named. */
const NAMED = 100;

/** Files of records that people or programmes bring: people look first, and then they are taken. */
@Injectable()
export class SentRecords {
  constructor(
    private readonly sources: TelephonySourcesService,
    private readonly records: TelephonyRecords,
    private readonly told: ToldRecords,
  ) {}

  /** Nothing is stored. @throws DomainError `unknown_reader`, `unknown_zone` */
  preview(question: RecordsPreviewQuestion): RecordsPreview {
    const { reader, settings } = question;
    if (!isZone(settings.zone)) throw sourceRefusals.unknown_zone();
    if (reader !== null && !SOURCES.some(({ name }) => name === reader)) throw sourceRefusals.unknown_reader();
    return previewOf(question);
  }

  /**
   * Takes a file of a source that runs, a piece after the other, so that others are answered meanwhile.
   * @param by the person who sends it
   * @throws DomainError `records_of_another_system`
   */
  async take(of: TelephonySourceRow, file: RecordFile, by: string): Promise<RecordsTakenAnswer> {
    try {
      return await this.pieces(of, file, by);
    } finally {
      await this.told.fileEnded(of.id, by);
    }
  }

  private async pieces(
    { id }: TelephonySourceRow,
    { name, text }: RecordFile,
    by: string,
  ): Promise<RecordsTakenAnswer> {
    const sum: RecordsTakenAnswer = { taken: 0, known: 0, unreadCount: 0, unread: [] };
    let found = false;
    if (text.length > LARGEST_LIST && /^\uFEFF?\s*\[/.test(text)) throw sourceRefusals.records_of_another_system();
    for (const { text: piece, known, before } of recordPieces(text)) {
      if (piece.length > LONGEST) throw sourceRefusals.records_of_another_system();
      // Each piece teaches of the house, which the next is read by.
      const of = await this.sources.byId(id);
      const read = this.records.read(of, { name, text: piece });
      if (!read) continue;
      found = true;
      const fresh = read.unread.filter(({ line }) => line > known);
      const taken = await this.records.take(of, read.records, fresh.length, by);
      sum.taken += taken.taken;
      sum.known += taken.known;
      sum.unreadCount += fresh.length;
      for (const { line, what } of fresh.slice(0, NAMED - sum.unread.length))
        sum.unread.push({ line: before + line - known, what });
    }
    if (!found) throw sourceRefusals.records_of_another_system();
    return sum;
  }
}
