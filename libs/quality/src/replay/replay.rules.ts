import { type Checklist, type ItemResult, type Outcome } from '#contracts';
import { type Scorecard } from '../scorecard.entity.js';
import { RECKONINGS } from '../scoring/judge-checklist.rules.js';
import { addPoints } from '../scoring/points.rules.js';
import { type Scored } from '../scoring/scored.js';
import { countOutcomes } from '../scoring/summary.rules.js';

/** Why a card cannot be judged again as it was. */
export type NoReplay =
  | 'engine_changed'
  | 'lexicons_unknown'
  | 'profile_unknown'
  | 'inputs_unknown'
  | 'no_words'
  | 'words_destroyed'
  | 'words_damaged';

/** What is stored under a name or hash that it does not have. */
export type Altered = 'card' | 'checklist' | 'lexicons' | 'profile';

export interface Difference {
  readonly itemId: string;
  readonly filed: Outcome | null;
  readonly replayed: Outcome | null;
}

export type Replay =
  | { readonly verdict: 'same' }
  /** The same versions gave another result. `items` is empty where outcomes agree and only evidence or wording does not. */
  | { readonly verdict: 'differs'; readonly items: readonly Difference[] }
  | { readonly verdict: 'altered'; readonly what: Altered }
  | { readonly verdict: 'cannot'; readonly why: NoReplay };

/** The judgement that a stored card stands for, put together from its row: its hash must be the one the row names. */
export function filedResult(
  card: Pick<Scorecard, 'lexiconHash' | 'engineHash' | 'items'>,
  checklist: Checklist,
  transcriptVersion: number,
): Scored {
  const { lexiconHash, engineHash: engine, items } = card;
  const { id, version } = checklist;
  const points = addPoints(checklist, items, RECKONINGS[engine]);
  return { checklist: { id, version }, transcriptVersion, lexiconHash, engine, items, ...points };
}

/** Are the figures that lists and pages show those of the card's own items? */
export function figuresFit(
  card: Pick<Scorecard, 'points' | 'maxPoints' | 'coverage' | 'counts'>,
  { items, points, maxPoints, coverage, pointsCount }: Scored,
): boolean {
  const counts = countOutcomes(items);
  return (
    card.points === (pointsCount ? points : null) &&
    card.maxPoints === (pointsCount ? maxPoints : null) &&
    card.coverage === coverage &&
    (Object.keys(counts) as Outcome[]).every((outcome) => card.counts[outcome] === counts[outcome])
  );
}

/** The items whose outcome is not the same, in the order of the replay; those that only one side has come with null. */
export function differences(filed: readonly ItemResult[], replayed: readonly ItemResult[]): Difference[] {
  const before = new Map(filed.map(({ itemId, outcome }) => [itemId, outcome]));
  const after = new Map(replayed.map(({ itemId, outcome }) => [itemId, outcome]));
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((itemId) => ({ itemId, filed: before.get(itemId) ?? null, replayed: after.get(itemId) ?? null }))
    .filter((one) => one.filed !== one.replayed);
}
