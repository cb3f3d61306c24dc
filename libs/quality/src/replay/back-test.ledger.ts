import { type EntityManager } from 'typeorm';
import { type ItemResult } from '#contracts';
import { type Comparison } from './compare.rules.js';
import { type RunLeg } from './run-legs.js';

/** What is on file of some legs, by leg. */
export type Filed = Map<string, { automatic: ItemResult[] | null; human: ItemResult[] | null }>;

/** The newest automatic card and the newest card of a person, of one checklist; what was retracted is no answer. */
export async function filedCards(tx: EntityManager, checklistId: string, legIds: readonly string[]): Promise<Filed> {
  const rows: { legId: string; automatic: boolean; items: ItemResult[] }[] = await tx.query(
    `select distinct on (leg_id, author = 'automatic') leg_id as "legId", author = 'automatic' as automatic, items from scorecard
     where checklist_id = $1 and leg_id = any($2) and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id)
     order by leg_id, author = 'automatic', created_at desc, id desc`,
    [checklistId, legIds],
  );
  const filed: Filed = new Map(legIds.map((legId) => [legId, { automatic: null, human: null }]));
  for (const { legId, automatic, items } of rows) {
    const cards = filed.get(legId);
    if (cards) cards[automatic ? 'automatic' : 'human'] = items;
  }
  return filed;
}

/** Adds what came of some legs to the results of a back-test: counts, flips, agreement. No words, and no card. */
export async function addResults(
  tx: EntityManager,
  runId: string,
  results: readonly { leg: RunLeg; comparison: Comparison }[],
): Promise<void> {
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

const columns = (rows: readonly unknown[][], width: number): unknown[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
