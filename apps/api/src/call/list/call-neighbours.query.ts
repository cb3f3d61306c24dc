import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallNeighbours, type OrderedCalls as Asked } from '#contracts';
import { type Asker } from '#people';
import { CallAccess } from '../../reach/call-access.js';
import { measureOf } from './call-order.sql.js';
import { ListedCalls, type AskedCalls } from './listed-calls.js';
import { OrderedCalls } from './ordered-calls.query.js';
import { Parameters } from '../../reach/visible-legs.js';

/** The calls before and after one in a filtered list, whether or not the call itself is (still) in it. */
@Injectable()
export class CallNeighboursQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly listed: ListedCalls,
    private readonly ordered: OrderedCalls,
  ) {}

  /** @throws DomainError `not_found` */
  async neighbours(asker: Asker, callId: string, { sort, ...filters }: Asked): Promise<CallNeighbours> {
    await this.access.legs(asker, callId, 'calls.read');
    const question: AskedCalls = { asker, permission: 'calls.read', filters };
    const measure = measureOf(sort);
    if (measure) {
      const { above, below } = await this.ordered.beside(question, measure, callId);
      return { newer: above, older: below };
    }
    const [here]: { micros: string }[] = await this.source.query(
      'select (extract(epoch from started_at) * 1000000)::bigint as micros from call where id = $1',
      [callId],
    );
    const beside = { startedAtMicros: here?.micros ?? '0', callId };
    const [newer, older] = await Promise.all(
      (['newer', 'older'] as const).map(async (toward) => {
        const parameters = new Parameters();
        const { sql } = await this.listed.page(question, { toward, beside, limit: 1 }, parameters);
        const [row]: { call_id: string }[] = await this.source.query(sql, parameters.values);
        return row?.call_id ?? null;
      }),
    );
    const [above, below] = sort === 'newest' ? [newer, older] : [older, newer];
    return { newer: above ?? null, older: below ?? null };
  }
}
