import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CustomerCall, type CustomerCalls } from '#contracts';
import { rowsOfCall } from '#calls';
import { type Asker } from '#people';
import { CallAccess } from '../../reach/call-access.js';
import { Parameters, visibleLegs } from '../../reach/visible-legs.js';

/** What an inbound call comes to that reached no person. */
const UNREACHED: readonly CustomerCall['became'][] = ['missed', 'abandoned', 'busy', 'failed'];

/**
 * Says of each call that reached no one which later call of the customer did: they were called back, or got through.
 * @param calls of one customer, newest first
 */
export function reachedLater(calls: readonly Omit<CustomerCall, 'reachedBy'>[]): CustomerCall[] {
  let reached: CustomerCall['reachedBy'] = null;
  const told: CustomerCall[] = [];
  for (const call of calls) {
    const missed = call.direction === 'inbound' && UNREACHED.includes(call.became);
    told.push({ ...call, reachedBy: missed ? reached : null });
    const { callId, startedAt, direction } = call;
    if (call.became === 'answered' && direction !== 'internal') reached = { callId, startedAt, direction };
  }
  return told;
}

const MOST = 50;

interface Row extends Omit<CustomerCall, 'startedAt' | 'reachedBy'> {
  startedAt: Date;
  known: boolean;
}

/** The calls of one customer, told by the whole number: two customers with one mask are two. */
@Injectable()
export class CustomerCallsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
  ) {}

  /** @throws DomainError `not_found` for a call that the asker does not see */
  async of(asker: Asker, callId: string): Promise<CustomerCalls> {
    await this.access.legs(asker, callId, 'calls.read');
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const promised = visibleLegs('commitments.read', asker, parameters);
    const here = parameters.add((await rowsOfCall(this.source.manager, callId))[0]);
    const rows: Row[] = await this.source.query(
      `with here as (select * from call where id = ${here}),
       others as (select call.* from call join here on here.customer_key = call.customer_key
         where call.id <> here.id and not exists (select 1 from call_joined part where part.call_id = call.id) and ${stays('call.id')} and ${stays('here.id')} and exists (select 1 from leg where leg.call_id ${ofCall('call.id')} and ${visible})
         order by call.started_at desc, call.id desc limit ${MOST + 1})
       select one.id as "callId", one.started_at as "startedAt", one.direction, one.stage, one.id = ${here} as here, one.customer_key is not null and ${stays('one.id')} as known,
         coalesce(one.connection, case when its.answered then 'answered' else 'unknown' end) as became, its.agents, its.queues,
         (select coalesce(json_agg(json_build_object('commitmentId', commitment.id, 'state', commitment.state) order by commitment.id), '[]')
           from commitment join leg on leg.id = commitment.leg_id
           where commitment.call_id ${ofCall('one.id')} and commitment.state not in ('struck', 'superseded') and ${promised}) as promises
       from (select * from here union all select * from others) one cross join lateral (${ofLegs(visible)}) its
       order by one.started_at desc, one.id desc`,
      parameters.values,
    );
    const calls = rows.map(({ known: _, startedAt, ...row }) => ({ ...row, startedAt: startedAt.toISOString() }));
    const more = calls.length > MOST + 1;
    const oldest = calls.findLastIndex((one) => !one.here);
    return {
      known: rows[0]?.known ?? false,
      items: reachedLater(more ? calls.toSpliced(oldest, 1) : calls),
      more,
    };
  }
}

/** Whose call it was is not told once its customer was erased. */
const stays = (callId: string): string =>
  `not exists (select 1 from call_erasure gone where gone.call_id = ${callId} and gone.of_customer)`;

const ofLegs = (visible: string): string => `
  select coalesce(bool_or(leg.answered_at is not null and leg.person_id is not null), false) as answered,
    coalesce(array_agg(distinct leg.queue) filter (where leg.queue is not null), '{}') as queues,
    coalesce(jsonb_agg(distinct jsonb_build_object('zh', person.name_zh, 'en', person.name_en)) filter (where person.id is not null), '[]') as agents
  from leg left join person on person.id = leg.person_id where leg.call_id ${ofCall('one.id')} and ${visible}`;

/** A call with those that were joined to it. */
function ofCall(callId: string): string {
  return `in (select ${callId} union all select part.call_id from call_joined part where part.into_call_id = ${callId})`;
}
