import { type EntityManager } from 'typeorm';
import { type ItemResult } from '#contracts';
import { type Comparison } from './compare.rules.js';
import { type RunLeg } from './run-legs.js';
import { unpackItems } from '../packed/packed-card.js';

/** The total of a card; null where it gives none. */
export interface Total {
  readonly points: number | null;
  readonly maxPoints: number | null;
}

/** What is on file of some legs, by leg. */
export type Filed = Map<string, FiledLeg>;

export interface FiledLeg {
  automatic: ItemResult[] | null;
  human: ItemResult[] | null;
  total: Total | null;
}

/** What was found of one leg. `total`: the points on file and those of the test; null without a card on file. */
export interface LegResult {
  readonly leg: RunLeg;
  readonly comparison: Comparison;
  readonly total: { readonly from: Total; readonly to: Total } | null;
}

/** The newest automatic card and the newest card of a person, of one checklist; what was retracted is no answer. */
export async function filedCards(tx: EntityManager, checklistId: string, legIds: readonly string[]): Promise<Filed> {
  const rows: ({ legId: string; automatic: boolean; items: ItemResult[] } & Total)[] = await tx.query(
    `select distinct on (leg_id, author = 'automatic') leg_id as "legId", author = 'automatic' as automatic, items,
       points::float8 as points, max_points::float8 as "maxPoints" from scorecard
     where checklist_id = $1 and leg_id = any($2) and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id)
     order by leg_id, author = 'automatic', created_at desc, id desc`,
    [checklistId, legIds],
  );
  const filed: Filed = new Map(legIds.map((legId) => [legId, { automatic: null, human: null, total: null }]));
  for (const { legId, automatic, items, points, maxPoints } of rows) {
    const cards = filed.get(legId);
    if (!cards) continue;
    cards[automatic ? 'automatic' : 'human'] = unpackItems(items);
    if (automatic) cards.total = { points, maxPoints };
  }
  return filed;
}

/** Adds what came of some legs to the results of a back-test: counts, flips, points, agreement. No words, and no card. */
export async function addResults(tx: EntityManager, runId: string, results: readonly LegResult[]): Promise<void> {
  const moves = results.flatMap(({ leg, comparison }) =>
    comparison.moves.map(({ itemId, from, to }) => [itemId, leg.personId, leg.teamId, from, to]),
  );
  await tx.query(
    `insert into back_test_count (run_id, item_id, person_id, team_id, from_outcome, to_outcome, legs)
     select $1, item, person, team, was, is_now, count(*)::int
     from unnest($2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[]) as moved(item, person, team, was, is_now)
     group by item, person, team, was, is_now
     on conflict (run_id, item_id, person_id, team_id, from_outcome, to_outcome)
     do update set legs = back_test_count.legs + excluded.legs`,
    [runId, ...columns(moves, 5)],
  );
  const flips = results.flatMap(({ leg, comparison }) =>
    comparison.flips.map(({ itemId, from, to, atMs }) => [leg.legId, itemId, from, to, atMs]),
  );
  await tx.query(
    `insert into back_test_flip (run_id, leg_id, item_id, from_outcome, to_outcome, at_ms)
     select $1, leg, item, was, is_now, at_ms
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[]) as flip(leg, item, was, is_now, at_ms)`,
    [runId, ...columns(flips, 5)],
  );
  const totals = results.flatMap(({ leg, total }) =>
    total ? [[leg.legId, total.from.points, total.from.maxPoints, total.to.points, total.to.maxPoints]] : [],
  );
  await tx.query(
    `insert into back_test_points (run_id, leg_id, from_points, from_max, to_points, to_max)
     select $1, leg, was, was_max, is_now, now_max
     from unnest($2::uuid[], $3::numeric[], $4::numeric[], $5::numeric[], $6::numeric[]) as total(leg, was, was_max, is_now, now_max)`,
    [runId, ...columns(totals, 5)],
  );
  await tx.query(
    `insert into back_test_leg (run_id, leg_id, person_id, moves, agreements)
     select $1, leg, person, array(select jsonb_array_elements_text(moves)), array(select jsonb_array_elements_text(agreements))
     from unnest($2::uuid[], $3::uuid[], $4::jsonb[], $5::jsonb[]) as judged(leg, person, moves, agreements)`,
    [runId, ...columns(results.map(rowOf), 4)],
  );
  const agreements = results.flatMap(({ comparison }) =>
    comparison.agreements.map(({ itemId, human, to }) => [itemId, human, to]),
  );
  await tx.query(
    `insert into back_test_agreement (run_id, item_id, human_outcome, to_outcome, legs)
     select $1, item, human, is_now, count(*)::int from unnest($2::text[], $3::text[], $4::text[]) as pair(item, human, is_now)
     group by item, human, is_now
     on conflict (run_id, item_id, human_outcome, to_outcome) do update set legs = back_test_agreement.legs + excluded.legs`,
    [runId, ...columns(agreements, 3)],
  );
}

/** What a leg adds to the sums. No id of an item, and no outcome, has a blank. */
const rowOf = ({ leg, comparison: { moves, agreements } }: LegResult): unknown[] => [
  leg.legId,
  leg.personId,
  JSON.stringify(moves.map(({ itemId, from, to }) => `${itemId} ${from} ${to}`)),
  JSON.stringify(agreements.map(({ itemId, human, to }) => `${itemId} ${human} ${to}`)),
];

const columns = (rows: readonly unknown[][], width: number): unknown[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
