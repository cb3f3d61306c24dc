import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallFilters, type CallNeighbours } from '#contracts';
import { type Asker } from '#people';
import { CallAccess } from '../reach/call-access.js';
import { ListedCalls, type AskedCalls } from './listed-calls.js';
import { Parameters } from '../reach/visible-legs.js';

/** The calls before and after one in a filtered list, whether or not the call itself is (still) in it. */
@Injectable()
export class CallNeighboursQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly listed: ListedCalls,
  ) {}

  /** @throws DomainError `not_found` */
  async neighbours(asker: Asker, callId: string, filters: CallFilters): Promise<CallNeighbours> {
    await this.access.legs(asker, callId, 'calls.read');
    const [here]: { micros: string }[] = await this.source.query(
      'select (extract(epoch from started_at) * 1000000)::bigint as micros from call where id = $1',
      [callId],
    );
    const question: AskedCalls = { asker, permission: 'calls.read', filters };
    const beside = { startedAtMicros: here?.micros ?? '0', callId };
    const [newer, older] = await Promise.all(
      (['newer', 'older'] as const).map(async (toward) => {
        const parameters = new Parameters();
        const { sql } = await this.listed.page(question, { toward, beside, limit: 1 }, parameters);
        const [row]: { call_id: string }[] = await this.source.query(sql, parameters.values);
        return row?.call_id ?? null;
      }),
    );
    return { newer: newer ?? null, older: older ?? null };
  }
}
