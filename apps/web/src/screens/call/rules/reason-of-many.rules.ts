import type { InsufficientReason, ScorecardItem } from '#contracts';

/** What holds of the whole call: said once above the items that it leaves open, and not at each of them. */
const OF_THE_CALL: readonly InsufficientReason[] = [
  'words_unreliable',
  'speakers_unknown',
  'speakers_unnamed',
  'one_side_missing',
];

type Open = Pick<ScorecardItem, 'outcome' | 'reason' | 'evidence'>;

/** Whether an item is open for this reason alone. One that points at a place was looked at there, and has words of its own for it. */
export const isOpenFor = ({ outcome, reason, evidence }: Open, wanted: InsufficientReason): boolean =>
  outcome === 'insufficient' && reason === wanted && (wanted !== 'words_unreliable' || evidence.length === 0);

/** The reason that leaves several items open, with their number; null where none does. */
export function reasonOfMany(items: readonly Open[]): { reason: InsufficientReason; count: number } | null {
  for (const reason of OF_THE_CALL) {
    const count = items.filter((item) => isOpenFor(item, reason)).length;
    if (count > 1) return { reason, count };
  }
  return null;
}
