import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { ringLimit } from '#calls';
import { type CallFigures } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Clock } from '#platform';
import { wilson } from '#quality';
import { Parameters, visibleLegs } from '../../reach/visible-legs.js';

interface Figures {
  known: number;
  recorded: number;
  notRecorded: number;
  processing: number;
  needsAttention: number;
  scored: number;
  answered: number;
  late: number;
}

/**
 * The strip above the list: the visible calls that started since local midnight, and all that wait for a person, of any day. Of each call of today
 * it is asked whether it has a recording ("offset 0"): PostgreSQL would rather read all recordings that there are.
 */
@Injectable()
export class CallFiguresQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  async figures(asker: Asker): Promise<CallFigures> {
    const profile = await this.company.profile();
    const { timeZone } = profile;
    const since = DateTime.fromJSDate(this.clock.now(), { zone: timeZone }).startOf('day').toJSDate();
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const today = parameters.add(since);
    const limitSeconds = parameters.add(ringLimit(profile));
    const [row]: Figures[] = await this.source.query(
      `with legs as (
         select leg_id as id, call_id, stage, direction, ring_seconds from listed_leg leg where started_at >= ${today} and ${visible}),
       calls as (
         select call_id, stage, bool_or(exists (select 1 from recording where leg_id = legs.id offset 0)) as has_recording
         from legs group by call_id, stage)
       select count(*)::int as known,
         count(*) filter (where has_recording)::int as recorded,
         count(*) filter (where stage = 'not_recorded')::int as "notRecorded",
         count(*) filter (where stage in ('known','recorded','sealed','transcribed'))::int as processing,
         (select count(distinct call_id)::int from call join leg on leg.call_id = call.id
          where stage = 'needs_attention' and ${visible}) as "needsAttention",
         count(*) filter (where stage = 'scored')::int as scored,
         (select count(distinct call_id)::int from legs where direction = 'inbound' and ring_seconds >= 0 and ${limitSeconds}::float8 is not null) as answered,
         (select count(distinct call_id)::int from legs where direction = 'inbound' and ring_seconds >= ${limitSeconds}::float8) as late
       from calls`,
      parameters.values,
    );
    if (!row) throw new Error('a count always gives a row');
    const { answered, late, ...counts } = row;
    // As reports count: a late answer counts, also where another leg of the call was answered in time.
    return { since: since.toISOString(), ...counts, withinThreeRings: wilson(answered - late, answered) };
  }
}
