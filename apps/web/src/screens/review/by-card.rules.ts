import type { WaitingRow } from '#contracts';

/** Everything that waits of one leg and checklist: it is taken, and answered, together. */
export interface WaitingCard {
  readonly key: string;
  /** The one that has waited longest: it stands for the call, the agent and who has taken it. */
  readonly first: WaitingRow;
  /** Items with the same reason are said together. */
  readonly reasons: readonly { readonly reason: WaitingRow['reason']; readonly items: readonly WaitingRow[] }[];
}

/** One entry for each leg and checklist, in the order of their longest waiting items. */
export function byCard(rows: readonly WaitingRow[]): WaitingCard[] {
  const cards = new Map<string, WaitingRow[]>();
  for (const row of rows) {
    const key = `${row.legId} ${row.checklist.id}`;
    const known = cards.get(key);
    if (known) known.push(row);
    else cards.set(key, [row]);
  }
  return [...cards].flatMap(([key, items]) => {
    const [first] = items;
    if (!first) return [];
    const reasons = [...new Set(items.map(({ reason }) => reason))];
    return [
      {
        key,
        first,
        reasons: reasons.map((reason) => ({ reason, items: items.filter((one) => one.reason === reason) })),
      },
    ];
  });
}
