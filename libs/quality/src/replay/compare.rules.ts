import { type FiledOutcome, type ItemResult, type Outcome } from '#contracts';
import { firstMoment } from '../call/first-moment.rules.js';

export interface ItemMove {
  readonly itemId: string;
  readonly from: FiledOutcome;
  readonly to: Outcome;
  /** Where it can be heard, milliseconds: in the new judgement, else in the one on file. */
  readonly atMs: number | null;
}

export interface Agreement {
  readonly itemId: string;
  readonly human: Outcome;
  readonly to: Outcome;
}

export interface Comparison {
  /** Every item of the tested checklist, changed or not. */
  readonly moves: readonly ItemMove[];
  /** Those that came out otherwise than what is on file. */
  readonly flips: readonly ItemMove[];
  /** Items that a person has judged. */
  readonly agreements: readonly Agreement[];
}

/**
 * Lays a new judgement of a leg beside what is on file.
 * @param filed the newest automatic card of the same checklist, or null
 * @param reviewed the newest card of a person, or null: only items that the person answered say something
 */
export function compareCards(
  tested: readonly ItemResult[],
  filed: readonly ItemResult[] | null,
  reviewed: readonly ItemResult[] | null,
): Comparison {
  const before = new Map((filed ?? []).map((item) => [item.itemId, item]));
  const human = new Map(
    (reviewed ?? []).flatMap((item) => (item.source === 'human' ? [[item.itemId, item.outcome]] : [])),
  );
  const moves = tested.map(({ itemId, outcome: to, evidence }): ItemMove => {
    const was = before.get(itemId);
    return {
      itemId,
      from: was?.outcome ?? 'none',
      to,
      atMs: firstMoment(evidence) ?? firstMoment(was?.evidence ?? []),
    };
  });
  return {
    moves,
    flips: moves.filter(({ from, to }) => from !== 'none' && from !== to),
    agreements: tested.flatMap(({ itemId, outcome: to }) => {
      const said = human.get(itemId);
      return said === undefined ? [] : [{ itemId, human: said, to }];
    }),
  };
}
