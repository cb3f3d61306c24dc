/** A scorecard as far as the counting rule sees it. */
export interface CountingCandidate {
  readonly id: string;
  readonly author: 'automatic' | 'review' | 'dispute';
  /** Reviews and dispute decisions count once published. */
  readonly published: boolean;
  /** An automatic score counts only where it is trusted: enough coverage, reliable words. */
  readonly trusted: boolean;
  /** When it was made; of several of one kind the latest counts. */
  readonly createdAt: Date;
  /** The card that a person completed. */
  readonly basedOnId?: string | null;
}

const RANK = { dispute: 3, review: 2, automatic: 1 } as const;

/** A review that completes a card with a decision carries the decision on, and ranks as it does. */
function rankOf(card: CountingCandidate, byId: ReadonlyMap<string, CountingCandidate>): number {
  const seen = new Set<string>();
  for (let at: CountingCandidate | undefined = card; at && !seen.has(at.id); at = byId.get(at.basedOnId ?? '')) {
    if (at.author === 'dispute') return RANK.dispute;
    seen.add(at.id);
  }
  return RANK[card.author];
}

/** The order in which cards count. */
function order(candidates: readonly CountingCandidate[]): (a: CountingCandidate, b: CountingCandidate) => number {
  const byId = new Map(candidates.map((card) => [card.id, card]));
  return (a, b) => rankOf(b, byId) - rankOf(a, byId) || latestFirst(a, b);
}

const eligible = ({ author, published, trusted }: CountingCandidate): boolean =>
  author === 'automatic' ? trusted : published;

const latestFirst = (a: CountingCandidate, b: CountingCandidate): number =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);

/** An automatic score that a later one replaced rests on words or rules that are no longer in force, also where the later one is not trusted. */
function inForce<C extends CountingCandidate>(candidates: readonly C[]): C[] {
  const [newest] = candidates.filter(({ author }) => author === 'automatic').sort(latestFirst);
  return candidates.filter((card) => card.author !== 'automatic' || card === newest);
}

/**
 * Which scorecard of a leg and checklist counts: dispute decision, then published review, then the newest automatic score if it is trusted, then
 * none; a review that rests on a decision ranks with it. The one rule that moves the pointer, so that people and machines never disagree about it.
 */
export const countingScorecard = <C extends CountingCandidate>(candidates: readonly C[]): C | null =>
  inForce(candidates).filter(eligible).sort(order(candidates))[0] ?? null;

/**
 * Why a card counts or does not, as a closed word that screens have a sentence for. Counting: `decision`, `review`, `automatic`. Not: `draft`,
 * `not_trusted` (too little judged, or words that cannot be relied on), `outranked` (a card of a higher kind counts), `newer` (a later one of its kind).
 */
export type Standing = 'decision' | 'review' | 'automatic' | 'draft' | 'not_trusted' | 'outranked' | 'newer';

const COUNTS = { dispute: 'decision', review: 'review', automatic: 'automatic' } as const;

/** The standing of every card of one leg and checklist, by its id. */
export function standings(candidates: readonly CountingCandidate[]): Map<string, Standing> {
  const chosen = countingScorecard(candidates);
  const byId = new Map(candidates.map((card) => [card.id, card]));
  return new Map(
    candidates.map((card): [string, Standing] => {
      if (card === chosen) return [card.id, COUNTS[card.author]];
      if (!eligible(card)) return [card.id, card.author === 'automatic' ? 'not_trusted' : 'draft'];
      return [card.id, chosen && rankOf(chosen, byId) > rankOf(card, byId) ? 'outranked' : 'newer'];
    }),
  );
}
