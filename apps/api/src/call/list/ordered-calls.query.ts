import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallSort } from '#contracts';
import { Parameters } from '../../reach/visible-legs.js';
import { apiRefusals } from '../../refusals.js';
import { readingOrder, type Measure, type OrderedPlace } from './call-order.sql.js';
import { rowOf, rowsOf, type CallRecord } from './call-row.js';
import { ListedCalls, type AskedCalls } from './listed-calls.js';
import { readOrderCursor, writeOrderCursor, type OrderCursor } from './order-cursor.rules.js';
import { type Page, type Stretch } from './place-in-list.js';

type OrderedRecord = CallRecord & { leg_id: string; value: number | null };

/** The list in the order of a measure. A row shows the leg by which its call is listed: what it is sorted by is what is seen. */
@Injectable()
export class OrderedCalls {
  constructor(
    private readonly source: DataSource,
    private readonly listed: ListedCalls,
  ) {}

  /** @throws DomainError `bad_cursor` */
  async stretch(question: AskedCalls, measure: Measure, { toward, cursor, limit }: Stretch): Promise<Page> {
    const beside = cursor === null ? null : besideOf(cursor, measure);
    const parameters = new Parameters();
    const place: OrderedPlace = { toward, beside, limit: limit + 1 };
    const { sql, legs, shown: results } = await this.listed.ordered(question, measure, place, parameters);
    const calls = `select call.*, listed.leg_id, listed.value from (${sql}) listed join call on call.id = listed.call_id`;
    const rows = rowsOf(calls, `${legs} and leg.id = page.leg_id`, results(), ', page.leg_id, page.value', legs);
    const records: OrderedRecord[] = await this.source.query(
      `select * from (${rows}) shown order by ${readingOrder(measure, 'down', 'shown', 'id')}`,
      parameters.values,
    );
    const more = records.length > limit;
    const shown = toward === 'down' ? records.slice(0, limit) : records.slice(-limit);
    const key = (record: OrderedRecord | undefined) => (record ? keyOf(record, measure.sort) : null);
    return { rows: shown.map(rowOf), first: key(shown[0]), last: key(shown.at(-1)), more };
  }

  /** The calls above and below one in the order, whether or not the call itself is still among the filtered ones. */
  async beside(
    question: AskedCalls,
    measure: Measure,
    callId: string,
  ): Promise<{ above: string | null; below: string | null }> {
    const here = await this.placeOf(question, measure, callId);
    if (!here) return { above: null, below: null };
    const next = async (toward: OrderedPlace['toward']): Promise<string | null> => {
      const parameters = new Parameters();
      const { sql } = await this.listed.ordered(question, measure, { toward, beside: here, limit: 1 }, parameters);
      const [row]: { call_id: string }[] = await this.source.query(sql, parameters.values);
      return row?.call_id ?? null;
    };
    const [above, below] = await Promise.all([next('up'), next('down')]);
    return { above, below };
  }

  private async placeOf(question: AskedCalls, measure: Measure, callId: string): Promise<OrderCursor | null> {
    const only = { ...question, filters: { call: [callId] } };
    for (const asked of [{ ...question, filters: { ...question.filters, call: [callId] } }, only]) {
      const parameters = new Parameters();
      const first: OrderedPlace = { toward: 'down', beside: null, limit: 1 };
      const { sql } = await this.listed.ordered(asked, measure, first, parameters);
      const [row]: OrderedRecord[] = await this.source.query(
        `select call_id as id, leg_id, value, (extract(epoch from started_at) * 1000000)::bigint as started_micros from (${sql}) place`,
        parameters.values,
      );
      if (row) return cursorOf(row, measure.sort);
    }
    return null;
  }
}

function besideOf(text: string, { sort, type }: Measure): OrderCursor {
  const cursor = readOrderCursor(text, sort);
  const fits = cursor && (cursor.value === null || type !== 'int' || /^-?\d{1,9}$/.test(cursor.value));
  if (!fits) throw apiRefusals.bad_cursor();
  return cursor;
}

const keyOf = (record: OrderedRecord, sort: CallSort): string => writeOrderCursor(cursorOf(record, sort));

const cursorOf = (record: OrderedRecord, sort: CallSort): OrderCursor => ({
  sort,
  value: record.value === null ? null : String(record.value),
  startedAtMicros: record.started_micros,
  callId: record.id,
  legId: record.leg_id,
});
