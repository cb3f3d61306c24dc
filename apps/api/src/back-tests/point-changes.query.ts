import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AgentRef, type PointChanges } from '#contracts';
import { type Asker } from '#people';
import { AGENT } from '../call/list/call-row.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { type WithheldOfRun } from './withheld-of-run.query.js';

const SHARES = `select leg_id, from_points, from_max, to_points, to_max,
    from_points / nullif(from_max, 0) as was, to_points / nullif(to_max, 0) as now
  from back_test_points where run_id = $1 and leg_id <> all($2) and not $3::boolean`;

interface LargestRow {
  callId: string;
  leg: number;
  startedAt: Date;
  agent: AgentRef;
  fromPoints: number | null;
  fromMax: number | null;
  toPoints: number | null;
  toMax: number | null;
}

const MOST_SHOWN = 10;

/** What points would become by a back-test, without the legs that are withheld. The caller has seen to it that the run may be seen. */
@Injectable()
export class PointChangesQuery {
  constructor(private readonly source: DataSource) {}

  async of(asker: Asker, runId: string, withheld: WithheldOfRun): Promise<PointChanges> {
    const [counts]: Omit<PointChanges, 'largest'>[] = await this.source.query(
      `select count(*)::int as compared, count(*) filter (where now > was)::int as up, count(*) filter (where now < was)::int as down,
         count(*) filter (where was is null and now is not null)::int as appears,
         count(*) filter (where was is not null and now is null)::int as goes,
         (avg(was) filter (where was is not null and now is not null))::float8 as before,
         (avg(now) filter (where was is not null and now is not null))::float8 as after
       from (${SHARES}) share`,
      [runId, withheld.legIds, withheld.all],
    );
    return { ...counts!, largest: (await this.largest(asker, runId, withheld)).map(rowOf) };
  }

  /** Of legs that the asker may see. */
  private async largest(asker: Asker, runId: string, { legIds, all }: WithheldOfRun): Promise<LargestRow[]> {
    const parameters = new Parameters();
    for (const value of [runId, legIds, all]) parameters.add(value);
    const where = ['was is distinct from now', visibleLegs('scorecards.read', asker, parameters)].join(' and ');
    return this.source.query(
      `select call.id as "callId", call.started_at as "startedAt", ${AGENT} as agent,
         (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
         from_points::float8 as "fromPoints", from_max::float8 as "fromMax", to_points::float8 as "toPoints", to_max::float8 as "toMax"
       from (${SHARES}) share join leg on leg.id = share.leg_id join call on call.id = leg.call_id
       join person on person.id = leg.person_id join team on team.id = leg.team_id
       where ${where}
       order by abs(now - was) desc nulls last, call.started_at desc, leg.id limit ${MOST_SHOWN}`,
      parameters.values,
    );
  }
}

const totalOf = (points: number | null, maxPoints: number | null) =>
  points === null || maxPoints === null ? null : { points, maxPoints };

const rowOf = ({
  fromPoints,
  fromMax,
  toPoints,
  toMax,
  startedAt,
  ...row
}: LargestRow): PointChanges['largest'][number] => ({
  ...row,
  startedAt: startedAt.toISOString(),
  from: totalOf(fromPoints, fromMax),
  to: totalOf(toPoints, toMax),
});
