import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfDay } from '#calls';
import { type CallCount, type CallFilters, type CallList, type CallListQuery as Asked, type CallRow } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { rowOf, rowsOf, type CallRecord } from './call-row.js';
import { besideCursor } from '../reach/beside-cursor.js';
import { atInstant, writeCursor, type Cursor } from '../reach/cursor.rules.js';
import { ListedCalls, type AskedCalls } from './listed-calls.js';
import { type Place } from './place-in-list.js';
import { Parameters } from '../reach/visible-legs.js';

/** Rows and the keys that they end with. */
export interface Page {
  rows: CallRow[];
  first: string | null;
  last: string | null;
  /** There is more in the direction that was read. */
  more: boolean;
}

/** The newest calls first. Pages are told by a row's key, so that new calls move nothing and page 10,000 costs as much as page 1. */
@Injectable()
export class CallListQuery {
  constructor(
    private readonly source: DataSource,
    private readonly listed: ListedCalls,
    private readonly company: CompanyService,
  ) {}

  /** @throws DomainError `bad_cursor` */
  async list(asker: Asker, { cursor, toward, at, limit, ...filters }: Asked): Promise<CallList> {
    const beside = cursor === undefined ? await this.dayOf(at) : besideCursor(cursor);
    const page = await this.page({ asker, permission: 'calls.read', filters }, { toward, beside, limit });
    const newest = toward === 'older' && beside === null;
    return toward === 'older'
      ? { items: page.rows, nextCursor: page.more ? page.last : null, newerCursor: newest ? null : page.first }
      : {
          items: page.rows,
          nextCursor: beside === null ? null : page.last,
          newerCursor: page.more ? page.first : null,
        };
  }

  count(asker: Asker, filters: CallFilters): Promise<CallCount> {
    return this.listed.count({ asker, permission: 'calls.read', filters });
  }

  /** A page in newest-first order, no matter in which direction it was read. */
  async page(question: AskedCalls, place: Place): Promise<Page> {
    const parameters = new Parameters();
    const {
      sql,
      legs,
      shown: results,
    } = await this.listed.page(question, { ...place, limit: place.limit + 1 }, parameters);
    const calls = `select call.* from (${sql}) listed join call on call.id = listed.call_id`;
    const records: CallRecord[] = await this.source.query(
      `${rowsOf(calls, legs, results)} order by page.started_at desc, page.id desc`,
      parameters.values,
    );
    const more = records.length > place.limit;
    const shown = place.toward === 'older' ? records.slice(0, place.limit) : records.slice(-place.limit);
    const key = (record: CallRecord | undefined) =>
      record ? writeCursor({ startedAtMicros: record.started_micros, callId: record.id }) : null;
    return { rows: shown.map(rowOf), first: key(shown[0]), last: key(shown.at(-1)), more };
  }

  private async dayOf(at: string | undefined): Promise<Cursor | null> {
    if (at === undefined) return null;
    const { timeZone } = await this.company.profile();
    return atInstant(endOfDay(at, timeZone));
  }
}
