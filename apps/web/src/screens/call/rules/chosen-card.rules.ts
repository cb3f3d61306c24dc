import type { ScorecardView } from '#contracts';

/** The checklists that judged a leg, the main one first, each once. */
export function checklistsOf(cards: readonly ScorecardView[]): ScorecardView['checklist'][] {
  const sorted = [...cards].sort((a, b) => Number(b.main) - Number(a.main));
  const seen = new Map<string, ScorecardView['checklist']>();
  for (const { checklist } of sorted) if (!seen.has(checklist.id)) seen.set(checklist.id, checklist);
  return [...seen.values()];
}

/**
 * Which card is on the screen. `shown` stands for the checklist: the card that counts, or the newest where none does. Cards come as the API
 * gives them, the newest of a kind first.
 *
 * @param cardId the card that the address names, if any
 * @param checklistId the checklist that the address names; without, the first with the item that it names, and else the main one
 * @param itemId the item that the address names
 */
export function chosenCard(
  cards: readonly ScorecardView[],
  cardId: string | null,
  checklistId: string | null,
  itemId: string | null = null,
): { card: ScorecardView | null; shown: ScorecardView | null } {
  const opened = cards.find(({ scorecardId }) => scorecardId === cardId) ?? null;
  const lists = checklistsOf(cards);
  const holds = ({ id }: { id: string }) =>
    cards.some(({ checklist, items }) => checklist.id === id && items.some((item) => item.itemId === itemId));
  const list = opened?.checklist ?? lists.find(({ id }) => id === checklistId) ?? lists.find(holds) ?? lists[0];
  const ofList = cards.filter(({ checklist }) => checklist.id === list?.id);
  // One that was taken back is shown only when it is opened.
  const newest =
    ofList.filter(({ standing }) => standing !== 'retracted').sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0] ??
    null;
  const shown = ofList.find(({ counts }) => counts) ?? newest;
  return { card: opened ?? shown, shown };
}

/** Whether a card has no total although enough was judged: none of its items can give points, as they do not apply or are not trusted yet. */
export const nothingCounts = (
  { points, coverage }: { points: number | null; coverage: number },
  { requiredCoverage }: { requiredCoverage: number },
): boolean => points === null && coverage >= requiredCoverage;

/** “Not trusted” has causes that a reader can tell apart: nothing that counts, too little judged, or words that cannot be relied on. */
export function whyOf(card: Pick<ScorecardView, 'standing' | 'points' | 'coverage' | 'checklist'>) {
  if (card.standing !== 'not_trusted') return card.standing;
  if (card.points !== null) return 'unreliable' as const;
  return nothingCounts(card, card.checklist) ? ('nothing_counts' as const) : ('below_coverage' as const);
}
