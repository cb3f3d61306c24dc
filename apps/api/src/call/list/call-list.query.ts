import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfDay } from '#calls';
import {
  type CallCount,
  type CallFilters,
  type CallList,
  type CallListQuery as Asked,
  type CallSort,
} from '#contracts';
import { CompanyService, type Asker } from '#people';
import { atInstant, writeCursor, besideCursor, type Cursor } from '../../reach/cursor.rules.js';
import { Parameters } from '../../reach/visible-legs.js';
import { measureOf } from './call-order.sql.js';
import { rowOf, rowsOf, type CallRecord } from './call-row.js';
import { ListedCalls, type AskedCalls } from './listed-calls.js';
import { OrderedCalls } from './ordered-calls.query.js';
import { type Page, type Place, type Stretch } from './place-in-list.js';

/** The list of calls. Pages are told by a row's key, so that new calls move nothing and page 10,000 costs as much as page 1. */
@Injectable()
export class CallListQuery {
  constructor(
    private readonly source: DataSource,
    private readonly listed: ListedCalls,
    private readonly ordered: OrderedCalls,
    private readonly company: CompanyService,
  ) {}

  /** @throws DomainError `bad_cursor` */
  async list(asker: Asker, { cursor: given, toward, at, limit, sort, ...filters }: Asked): Promise<CallList> {
    const cursor = given ?? null;
    const question: AskedCalls = { asker, permission: 'calls.read', filters };
    const down = toward === 'older';
    // A day is a place in the order of time only.
    const day = cursor === null && sort === 'newest' ? await this.dayOf(at) : null;
    const page =
      day === null
        ? await this.stretch(question, sort, { toward: down ? 'down' : 'up', cursor, limit })
        : await this.page(question, { toward, beside: day, limit });
    const fromAnEnd = cursor === null && day === null;
    return down
      ? { items: page.rows, nextCursor: page.more ? page.last : null, newerCursor: fromAnEnd ? null : page.first }
      : { items: page.rows, nextCursor: fromAnEnd ? null : page.last, newerCursor: page.more ? page.first : null };
  }

  count(asker: Asker, filters: CallFilters): Promise<CallCount> {
    return this.listed.count({ asker, permission: 'calls.read', filters });
  }

  /** A stretch in the order of the list, no matter in which direction it was read. @throws DomainError `bad_cursor` */
  async stretch(question: AskedCalls, sort: CallSort, { toward, cursor, limit }: Stretch): Promise<Page> {
    const measure = measureOf(sort);
    if (measure) return this.ordered.stretch(question, measure, { toward, cursor, limit });
    const beside = cursor === null ? null : besideCursor(cursor);
    const newestFirst = sort === 'newest';
    const page = await this.page(question, {
      toward: newestFirst === (toward === 'down') ? 'older' : 'newer',
      beside,
      limit,
    });
    return newestFirst ? page : { ...page, rows: page.rows.toReversed(), first: page.last, last: page.first };
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
      `${rowsOf(calls, legs, results())} order by page.started_at desc, page.id desc`,
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
