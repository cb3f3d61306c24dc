import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallList, type CallListQuery as Question } from '#contracts';
import { type Asker } from '#people';
import { DomainError } from '#platform';
import { rowOf, rowsOf, type CallRecord } from './call-row.js';
import { readCursor, writeCursor } from './cursor.rules.js';
import { Parameters, visibleLegs } from './visible-legs.js';

/** The newest calls first. Pages are told by the last row's key, so that new calls move nothing and page 10,000 costs as much as page 1. */
@Injectable()
export class CallListQuery {
  constructor(private readonly source: DataSource) {}

  /** @throws DomainError `bad_cursor` */
  async list(asker: Asker, { cursor, limit, stage, language }: Question): Promise<CallList> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const conditions = [`exists (select 1 from leg where leg.call_id = call.id and ${visible})`];
    if (stage) conditions.push(`stage = ${parameters.add(stage)}`);
    if (language) conditions.push(`language = ${parameters.add(language)}`);
    if (cursor) conditions.push(after(cursor, parameters));
    const page = `select * from call where ${conditions.join(' and ')}
      order by started_at desc, id desc limit ${parameters.add(limit + 1)}`;
    const sql = `${rowsOf(page, visible)} order by page.started_at desc, page.id desc`;
    const records: CallRecord[] = await this.source.query(sql, parameters.values);
    const shown = records.slice(0, limit);
    const last = shown.at(-1);
    const more = records.length > limit && last !== undefined;
    return {
      items: shown.map(rowOf),
      nextCursor: more ? writeCursor({ startedAtMicros: last.started_micros, callId: last.id }) : null,
    };
  }
}

function after(text: string, parameters: Parameters): string {
  const cursor = readCursor(text);
  if (!cursor) throw badCursor();
  const startedAt = `(timestamptz 'epoch' + ${parameters.add(cursor.startedAtMicros)}::bigint * interval '1 microsecond')`;
  return `(started_at, id) < (${startedAt}, ${parameters.add(cursor.callId)}::uuid)`;
}

const badCursor = () =>
  new DomainError('bad_cursor', 'bad_input', {
    zh: '翻页位置无效，请从第一页重新开始。',
    en: 'The cursor is not one that this list gave; start again at the first page.',
  });
