import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfDay, startOfDay } from '#calls';
import {
  callStageSchema,
  LISTED_STAGES,
  type UnrecordedOutcome,
  type UnrecordedCall,
  type UnrecordedCalls,
  type UnrecordedChoices,
  type UnrecordedFilters,
  type UnrecordedQuery as Asked,
} from '#contracts';
import { CompanyService, type Asker } from '#people';
import { writeCursor, besideCursor } from '../../reach/cursor.rules.js';
import { Parameters, visibleLegs } from '../../reach/visible-legs.js';
import { AGENT } from './call-row.js';

/** Calls that only the telephone system knows, by their stages; and those that must not be recorded and that no agent answered, which the list of calls does not have. */
const LANES = [
  ...callStageSchema.options
    .filter((stage) => !LISTED_STAGES.includes(stage))
    .map((stage) => `call.stage = '${stage}'`),
  `call.stage = 'not_recorded' and call.connection <> 'answered' and not exists (select 1 from listed_leg where call_id = call.id)`,
];

/** From how many of the newest calls queues and teams are offered. */
const LOOKED_AT = 2_000;

interface Row extends Omit<UnrecordedCall, 'startedAt' | 'became'> {
  startedAt: Date;
  micros: string;
  became: UnrecordedOutcome;
}

/** Calls of which no recording came: what became of them, as far as the legs that the asker sees tell. */
@Injectable()
export class UnrecordedQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  /** Newest first. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { cursor, limit, ...filters }: Asked): Promise<UnrecordedCalls> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const conditions = await this.conditions(filters, visible, parameters);
    if (cursor !== undefined) {
      const { startedAtMicros, callId } = besideCursor(cursor);
      const at = `'epoch'::timestamptz + ${parameters.add(startedAtMicros)}::bigint * interval '1 microsecond'`;
      conditions.push(`(call.started_at, call.id) < (${at}, ${parameters.add(callId)}::uuid)`);
    }
    const rows: Row[] = await this.source.query(
      `select page.id as "callId", page.started_at as "startedAt", (extract(epoch from page.started_at) * 1000000)::bigint as micros,
         direction, stage, case when stage = 'not_recorded' then stage_reason end as "notRecorded", coalesce(connection, 'unknown') as became, customer, its.*
       from (${newest(conditions, parameters.add(limit + 1))}) page cross join lateral (${ofLegs(visible)}) its
       order by page.started_at desc, page.id desc`,
      parameters.values,
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(({ micros: _, startedAt, ...row }) => {
        return { ...row, startedAt: startedAt.toISOString() };
      }),
      nextCursor: last ? writeCursor({ startedAtMicros: last.micros, callId: last.callId }) : null,
    };
  }

  async choices(asker: Asker): Promise<UnrecordedChoices> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const calls = newest([seen(visible)], parameters.add(LOOKED_AT));
    const [row]: UnrecordedChoices[] = await this.source.query(
      `select coalesce(json_agg(distinct leg.queue) filter (where leg.queue is not null), '[]') as queues,
         coalesce(json_agg(distinct jsonb_build_object('teamId', team.id, 'name', jsonb_build_object('zh', team.name_zh, 'en', team.name_en)))
           filter (where team.id is not null), '[]') as teams
       from (${calls}) page join leg on leg.call_id = page.id left join team on team.id = leg.team_id where ${visible}`,
      parameters.values,
    );
    return row ?? { queues: [], teams: [] };
  }

  private async conditions(filters: UnrecordedFilters, visible: string, parameters: Parameters): Promise<string[]> {
    const { timeZone } = await this.company.profile();
    const { from, to, queue, team, became } = filters;
    const leg = [
      visible,
      ...(queue ? [`leg.queue = any(${parameters.add(queue)}::text[])`] : []),
      ...(team ? [`leg.team_id = any(${parameters.add(team)}::uuid[])`] : []),
    ].join(' and ');
    return [
      ...(from ? [`call.started_at >= ${parameters.add(startOfDay(from, timeZone))}`] : []),
      ...(to ? [`call.started_at < ${parameters.add(endOfDay(to, timeZone))}`] : []),
      ...(became ? [`coalesce(call.connection, 'unknown') = any(${parameters.add(became)}::text[])`] : []),
      seen(leg),
    ];
  }
}

const seen = (leg: string): string => `exists (select 1 from leg where leg.call_id = call.id and ${leg})`;

/** The newest of each lane are read in the order of an index, so that a page costs the same however many calls were recorded. */
function newest(conditions: readonly string[], limit: string): string {
  const order = `order by started_at desc, id desc limit ${limit}`;
  const lanes = LANES.map((lane) => {
    const where = [lane, ...conditions].join(' and ');
    return `(select call.* from call where ${where} ${order})`;
  });
  return `select * from (${lanes.join(' union all ')}) lanes ${order}`;
}

const ofLegs = (visible: string): string => `
  select coalesce(array_agg(distinct leg.queue) filter (where leg.queue is not null), '{}') as queues,
    coalesce(jsonb_agg(distinct jsonb_build_object('zh', team.name_zh, 'en', team.name_en)) filter (where team.id is not null), '[]') as teams,
    coalesce(jsonb_agg(distinct (${AGENT})::jsonb) filter (where person.id is not null), '[]') as agents,
    coalesce(array_agg(distinct leg.extension) filter (where leg.person_id is null and leg.kind = 'agent' and leg.extension is not null), '{}') as extensions,
    coalesce(sum(coalesce(leg.queue_seconds, extract(epoch from coalesce(leg.answered_at, leg.ended_at) - leg.began_at))) filter (where leg.kind = 'queue'),
      max(leg.queue_seconds))::float8 as "waitedSeconds",
    max(coalesce(leg.ring_seconds, extract(epoch from coalesce(leg.answered_at, leg.ended_at) - leg.alerted_at)))
      filter (where leg.kind = 'agent')::float8 as "rangSeconds"
  from leg left join person on person.id = leg.person_id left join team on team.id = leg.team_id
  where leg.call_id = page.id and ${visible}`;
