/*
 * What scoring a period again changed, and who is told
 *   Of each leg and checklist in which another score is shown since, the points before and after are kept with the run. When the run ends, as
 *   finished, cancelled or given up, each agent is told once of all of theirs. Where a review or a decision counts, the score stays, and there
 *   is nothing to tell.
 */
import { type EntityManager } from 'typeorm';
import { toneOf, type ItemResult } from '#contracts';
import { type JournalService } from '#journal';
import { type Scorecard } from '../scorecard.entity.js';
import { type Refiled } from '../scoring/scorecard-ledger.js';
import { type RunLeg } from './run-legs.js';

type ShownCard = Pick<Scorecard, 'items' | 'points' | 'maxPoints' | 'trusted'>;

/** Whether the agent sees another score: points or how a result looks; not where evidence or wording alone is another. */
export function isChanged(before: ShownCard, after: ShownCard): boolean {
  const tones = ({ items }: ShownCard): string => items.map(toned).sort().join();
  return pointsOf(before) !== pointsOf(after) || before.maxPoints !== after.maxPoints || tones(before) !== tones(after);
}

const toned = (item: ItemResult): string => `${item.itemId} ${toneOf(item)}`;

/** null where the score does not count. */
const pointsOf = ({ points, trusted }: ShownCard): number | null => (trusted ? points : null);

/** Keeps what changed in a leg, in the transaction that filed its cards. */
export async function keepRescored(tx: EntityManager, runId: string, leg: RunLeg, refiled: readonly Refiled[]) {
  for (const { card, before, after } of refiled) {
    if (!before || !isChanged(before, after)) continue;
    await tx.query(
      `insert into rescored_leg (run_id, leg_id, checklist_id, person_id, from_points, to_points) values ($1, $2, $3, $4, $5, $6)`,
      [runId, leg.legId, card.checklistId, leg.personId, pointsOf(before), pointsOf(after)],
    );
  }
}

interface Telling {
  tellingId: string;
  personId: string;
  calls: number;
  points: number;
}

/** Tells the agents of a run that has ended. Points are summed where there is a total on both sides. A second time there is no one left to tell. */
export async function tellAgents(tx: EntityManager, journal: JournalService, runId: string): Promise<void> {
  const told: Telling[] = await tx.query(
    `insert into rescore_telling (id, run_id, person_id, calls, points)
     select gen_random_uuid(), run_id, one.person_id, count(distinct leg.call_id), coalesce(sum(to_points - from_points), 0)
     from rescored_leg one join leg on leg.id = one.leg_id where run_id = $1 group by run_id, one.person_id
     on conflict on constraint agents_are_told_once_of_a_run do nothing
     returning id as "tellingId", person_id as "personId", calls, points::float8 as points`,
    [runId],
  );
  for (const one of told) await journal.append(tx, 'rescore.told', { runId, ...one });
}
