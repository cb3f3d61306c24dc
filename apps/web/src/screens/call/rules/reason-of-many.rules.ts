import type { InsufficientReason, ScorecardItem } from '#contracts';

/** What holds of the whole call: said once above the items that it leaves open, and not at each of them. */
const OF_THE_CALL: readonly InsufficientReason[] = [
  'words_unreliable',
  'speakers_unknown',
  'speakers_unnamed',
  'one_side_missing',
];

/** The reason that leaves several items open, with their number; null where none does. */
export function reasonOfMany(
  items: readonly Pick<ScorecardItem, 'outcome' | 'reason'>[],
): { reason: InsufficientReason; count: number } | null {
  for (const reason of OF_THE_CALL) {
    const count = items.filter((item) => item.outcome === 'insufficient' && item.reason === reason).length;
    if (count > 1) return { reason, count };
  }
  return null;
}
