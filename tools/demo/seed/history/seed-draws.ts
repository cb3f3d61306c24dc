import { type INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { INVENTED_SOURCE, type SamplingPlan } from '#contracts';
import { Clock, newId } from '#platform';
import { ReviewService, SamplingPlans } from '#reviews';
import { commitmentOf, draw, drawOrder, frameHash, nextAfter, picksHash } from '#reviews/rules';
import { PROFILE } from '../organisation.js';
import { fateOf, INVENTED_PLAN, inventedWeeks, type InventedWeek } from './invented-draws.rules.js';

interface People {
  readonly quality: string;
  readonly analyst: string;
}

interface Leg {
  readonly legId: string;
  readonly callId: string;
  readonly checklistId: string;
  readonly stratum: string;
  readonly severity: 0;
}

const DAY_MS = 86_400_000;

/**
 * Gives the invented month a sampling plan with draws behind it, once. The plan itself is made as a person makes it, and draws for real from
 * next week on. The draws of past weeks are rows: no seed was committed ahead, so that the owner sets the
 * database's guard aside for them, and the journal says nothing of them; their screen says that they are invented.
 */
export async function seedDraws(app: INestApplicationContext, ownerUrl: string, people: People): Promise<void> {
  const source = app.get(DataSource);
  const known: { id: string }[] = await source.query(
    `select plan_id as id from sampling_plan_version where version = 1 and content->>'name' = $1`,
    [INVENTED_PLAN.name],
  );
  const plan = { ...INVENTED_PLAN, reviewers: [{ personId: people.analyst, languages: ['zh', 'en'] }] } as SamplingPlan;
  const planId = known[0]?.id ?? (await app.get(SamplingPlans).create(plan, people.quality));
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const [at, week] of inventedWeeks(app.get(Clock).now(), PROFILE.timeZone).entries())
      await writeDraw(owner, { planId, plan, people }, week, at);
  } finally {
    await owner.end();
  }
  await reviewDone(app, planId, people.analyst);
}

/** One draw with its frame and what was given to whom, in one transaction; none where the week has one. */
async function writeDraw(
  owner: pg.Client,
  { planId, plan, people }: { planId: string; plan: SamplingPlan; people: People },
  week: InventedWeek,
  at: number,
): Promise<void> {
  await owner.query('begin');
  try {
    const { rows: there } = await owner.query('select 1 from sampling_draw where plan_id = $1 and from_day = $2', [
      planId,
      week.fromDay,
    ]);
    const frame = there.length > 0 ? [] : await legsOf(owner, week);
    if (frame.length > 0) {
      const drawId = newId();
      const picks = draw(frame, plan, week.seed, 1);
      await owner.query('alter table sampling_draw disable trigger sampling_seed_first');
      await owner.query(
        `insert into sampling_draw (id, plan_id, plan_version, from_day, to_day, from_at, to_at, seed, seed_sha256, committed_at)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[drawId, planId, week.fromDay, week.toDay, week.fromAt, week.toAt],
          ...[week.seed, commitmentOf(week.seed), week.committedAt],
        ],
      );
      await owner.query('alter table sampling_draw enable trigger sampling_seed_first');
      await owner.query(
        `insert into sampling_frame (draw_id, leg_id, call_id, checklist_id, stratum, severity, risks)
         select $1, "legId", "callId", "checklistId", stratum, 0, '{}'
         from jsonb_to_recordset($2::jsonb) as leg ("legId" uuid, "callId" uuid, "checklistId" text, stratum text)`,
        [drawId, JSON.stringify(frame)],
      );
      await owner.query(
        `update sampling_draw set drawn_at = $2, frame_sha256 = $3, frame_size = $4, not_ready = 0, reviewers = 1, taken = $5, picks_sha256 = $6
         where id = $1`,
        [drawId, week.drawnAt, frameHash(frame), frame.length, picks.length, picksHash(picks)],
      );
      const byId = new Map(frame.map((leg) => [leg.legId, leg]));
      const past = new Set(picks.map(({ legId }) => legId));
      for (const [n, pick] of picks.entries()) {
        const fate = fateOf(at, n);
        const id = await assign(owner, { ...byId.get(pick.legId)!, ...pick, drawId }, { week, people, fate });
        if (fate !== 'replaced') continue;
        const next = nextAfter(drawOrder(frame, week.seed), pick.stratum, past);
        if (!next) continue;
        past.add(next.legId);
        await assign(
          owner,
          { ...byId.get(next.legId)!, ...next, drawId },
          { week, people, fate: 'done', replaces: id },
        );
      }
    }
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** Invented legs of the week, with their checklist; like a plan by agent, every one has the same chance. */
async function legsOf(owner: pg.Client, { fromAt, toAt }: InventedWeek): Promise<Leg[]> {
  const { rows } = await owner.query<Leg>(
    `select leg.id as "legId", call.id as "callId", card.checklist_id as "checklistId", leg.person_id::text as stratum, 0 as severity
     from call join leg on leg.call_id = call.id join scorecard card on card.leg_id = leg.id and card.author = 'automatic'
     where call.source = $1 and call.started_at >= $2 and call.started_at < $3 order by leg.id`,
    [INVENTED_SOURCE, fromAt, toAt],
  );
  return rows;
}

interface Fate {
  week: InventedWeek;
  people: People;
  fate: ReturnType<typeof fateOf>;
  /** The one that it took the place of. */
  replaces?: string;
}

/** What is to be done is open at first: `reviewDone` reviews it as a person does. @returns its id */
async function assign(
  owner: pg.Client,
  leg: Leg & { place: number; drawId: string },
  { week, people, fate, replaces }: Fate,
): Promise<string> {
  const id = newId();
  const replaced = fate === 'replaced';
  await owner.query(
    `insert into review_assignment (id, draw_id, leg_id, call_id, checklist_id, stratum, place, reviewer_person_id, due_at, state, created_at,
       ended_at, replaces_id, replaced_reason, replaced_by_person_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[id, leg.drawId, leg.legId, leg.callId, leg.checklistId, leg.stratum, leg.place],
      fate === 'waiting' ? null : people.analyst,
      new Date(week.drawnAt.getTime() + INVENTED_PLAN.dueDays * DAY_MS),
      ...[replaced ? 'replaced' : 'open', week.drawnAt, replaced ? week.drawnAt : null, replaces ?? null],
      ...(replaced ? ['sound_unusable', people.quality] : [null, null]),
    ],
  );
  return id;
}

interface ToReview {
  readonly assignmentId: string;
  readonly callId: string;
  readonly legId: string;
  readonly checklistId: string;
}
interface Given extends ToReview {
  readonly day: string;
  readonly state: string;
  readonly replaces: boolean;
  /** Its place among those that the draw took at first, from 0. */
  readonly n: number;
}

/** Reviews what is to be done and is not, by the service that people use; what was broken off is completed. */
async function reviewDone(app: INestApplicationContext, planId: string, analyst: string): Promise<void> {
  const given: Given[] = await app.get(DataSource).query(
    `select one.id as "assignmentId", one.call_id as "callId", one.leg_id as "legId", one.checklist_id as "checklistId",
       to_char(draw.from_day, 'YYYY-MM-DD') as day, one.replaces_id is not null as replaces, one.state,
       (row_number() over (partition by draw.id, one.replaces_id is null order by one.stratum, one.place) - 1)::int as n
     from review_assignment one join sampling_draw draw on draw.id = one.draw_id where draw.plan_id = $1`,
    [planId],
  );
  const weeks = inventedWeeks(app.get(Clock).now(), PROFILE.timeZone).map(({ fromDay }) => fromDay);
  for (const one of given) {
    const at = weeks.indexOf(one.day);
    if (one.state !== 'open' || at === -1 || (!one.replaces && fateOf(at, one.n) !== 'done')) continue;
    await confirm(app, one, analyst);
  }
}

/** Agrees with the first item that a rule judged, and with the rest, and judges what was left to a person, so that nothing waits. */
async function confirm(
  app: INestApplicationContext,
  { assignmentId, callId, legId, checklistId }: ToReview,
  analyst: string,
): Promise<void> {
  const [card]: { id: string; itemId: string; outcome: 'met' | 'not_met'; open: string[] }[] = await app
    .get(DataSource)
    .query(
      `select card.id, result->>'itemId' as "itemId", result->>'outcome' as outcome,
         array(select one->>'itemId' from jsonb_array_elements(card.items) one where one->>'outcome' = 'insufficient') as open
       from scorecard card left join counting_scorecard counting on counting.leg_id = card.leg_id and counting.checklist_id = card.checklist_id,
         jsonb_array_elements(card.items) with ordinality results (result, n)
       where card.leg_id = $1 and card.checklist_id = $2 and coalesce(counting.scorecard_id, card.id) = card.id
         and result->>'outcome' in ('met', 'not_met') and result->>'source' = 'rule'
       order by card.id desc, n limit 1`,
      [legId, checklistId],
    );
  if (!card) return;
  const answers = [
    { itemId: card.itemId, outcome: card.outcome },
    ...card.open.map((itemId) => ({ itemId, outcome: 'met' as const })),
  ].map((answer) => ({ ...answer, evidence: [], reason: null, note: null }));
  const review = { callId, legId, checklistId, basedOn: card.id, answers, completes: assignmentId };
  await app.get(ReviewService).publish(review, analyst);
}
