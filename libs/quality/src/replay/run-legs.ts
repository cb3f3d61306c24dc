import { type EntityManager } from 'typeorm';
import { type QualityRun } from './quality-run.entity.js';

/** What a run reaches. */
export type Reach = Pick<QualityRun, 'teamIds' | 'fromAt' | 'toAt'>;

export interface RunLeg {
  readonly legId: string;
  readonly callId: string;
  readonly personId: string;
  readonly teamId: string;
}

const IN_REACH = `leg.stage = 'scored' and leg.started_at >= $1 and leg.started_at < $2
  and ($3::uuid[] is null or leg.team_id = any($3))`;

/** How many legs a run will look at, up to its own bound. */
export async function countLegs(tx: EntityManager, { fromAt, toAt, teamIds }: Reach, atMost: number): Promise<number> {
  const [row]: { n: number }[] = await tx.query(
    `select count(*)::int as n from (select 1 from listed_leg leg where ${IN_REACH} limit $4) reached`,
    [fromAt, toAt, teamIds, atMost],
  );
  return row?.n ?? 0;
}

/** The next legs after the checkpoint, the newest calls first. */
export async function nextLegs(tx: EntityManager, run: QualityRun, limit: number): Promise<RunLeg[]> {
  const left = Math.min(limit, run.total - run.done);
  if (left <= 0) return [];
  return tx.query(
    `select leg_id as "legId", call_id as "callId", person_id as "personId", team_id as "teamId" from listed_leg leg
     where ${IN_REACH} and ($4::uuid is null or (started_at, call_id, leg_id) <
       (select at.started_at, at.call_id, at.leg_id from listed_leg at where at.leg_id = $4))
     order by started_at desc, call_id desc, leg_id desc limit $5`,
    [run.fromAt, run.toAt, run.teamIds, run.atLegId, left],
  );
}
