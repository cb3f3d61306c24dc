import { randomBytes } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { type JournalService } from '#journal';
import { newId } from '#platform';
import { commitmentOf } from './draw.rules.js';
import { comingPeriods } from './period.rules.js';
import { type SamplingPlanVersionRow } from './sampling.entity.js';

interface Company {
  readonly timeZone: string;
  readonly now: Date;
}

/**
 * Commits a seed for each period that is to come and has none: its hash is in the journal before the first call of the period begins. The plan's
 * row is locked by the caller, so that of two at once the later finds nothing to do.
 * @returns how many were committed
 */
export async function commitSeeds(
  tx: EntityManager,
  journal: JournalService,
  { planId, version, content }: SamplingPlanVersionRow,
  { timeZone, now }: Company,
): Promise<number> {
  // A period that began under an earlier version is still drawn by it: the next begins when it is over.
  const [begun]: { until: Date | null }[] = await tx.query(
    'select max(to_at) as until from sampling_draw where plan_id = $1 and withdrawn_at is null and from_at <= $2',
    [planId, now],
  );
  let committed = 0;
  for (const period of comingPeriods(content.period, timeZone, now)) {
    if (begun?.until && period.fromAt < begun.until) continue;
    const [drawId, seed] = [newId(), randomBytes(32).toString('hex')];
    const seedSha256 = commitmentOf(seed);
    const { fromDay, toDay, fromAt, toAt } = period;
    // Asked of the database's clock as well, which refuses the seed of a period that has begun.
    const added: unknown[] = await tx.query(
      `insert into sampling_draw (id, plan_id, plan_version, from_day, to_day, from_at, to_at, seed, seed_sha256, committed_at)
       select $1::uuid, $2::uuid, $3::int, $4::date, $5::date, $6::timestamptz, $7::timestamptz, $8, $9, $10::timestamptz where $6 > clock_timestamp() on conflict (plan_id, from_day) where withdrawn_at is null do nothing returning id`,
      [drawId, planId, version, fromDay, toDay, fromAt, toAt, seed, seedSha256, now],
    );
    if (added.length === 0) continue;
    committed += 1;
    await journal.append(tx, 'sampling.seed_committed', { planId, drawId, version, fromDay, toDay, seedSha256 });
  }
  return committed;
}

/** Takes back the seeds of periods that have not begun, because the plan is another by then. */
export async function withdrawSeeds(
  tx: EntityManager,
  journal: JournalService,
  planId: string,
  now: Date,
): Promise<void> {
  const [rows]: [{ id: string; fromDay: string }[], number] = await tx.query(
    `update sampling_draw set withdrawn_at = $2 where plan_id = $1 and from_at > greatest($2, clock_timestamp()) and withdrawn_at is null and drawn_at is null
     returning id, to_char(from_day, 'YYYY-MM-DD') as "fromDay"`,
    [planId, now],
  );
  await journal.appendMany(
    tx,
    'sampling.seed_withdrawn',
    rows.map(({ id: drawId, fromDay }) => ({ details: { planId, drawId, fromDay }, about: {} })),
  );
}
