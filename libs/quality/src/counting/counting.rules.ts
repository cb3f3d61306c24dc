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
}

const RANK = { dispute: 3, review: 2, automatic: 1 } as const;

const eligible = ({ author, published, trusted }: CountingCandidate): boolean =>
  author === 'automatic' ? trusted : published;

const comesFirst = (a: CountingCandidate, b: CountingCandidate): number =>
  RANK[b.author] - RANK[a.author] || b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);

/** An automatic score that a later one replaced rests on words or rules that are no longer in force, also where the later one is not trusted. */
function inForce<C extends CountingCandidate>(candidates: readonly C[]): C[] {
  const [newest] = candidates.filter(({ author }) => author === 'automatic').sort(comesFirst);
  return candidates.filter((card) => card.author !== 'automatic' || card === newest);
}

/**
 * Which scorecard of a leg and checklist counts: dispute decision, then published review, then the newest automatic score if it is trusted, then
 * none. The one rule that moves the pointer, so that people and machines never disagree about it.
 */
export const countingScorecard = <C extends CountingCandidate>(candidates: readonly C[]): C | null =>
  inForce(candidates).filter(eligible).sort(comesFirst)[0] ?? null;

/**
 * Why a card counts or does not, as a closed word that screens have a sentence for. Counting: `decision`, `review`, `automatic`. Not: `draft`,
 * `not_trusted` (too little judged, or words that cannot be relied on), `outranked` (a person's card counts), `newer` (a later one of its kind).
 */
export type Standing = 'decision' | 'review' | 'automatic' | 'draft' | 'not_trusted' | 'outranked' | 'newer';

const COUNTS = { dispute: 'decision', review: 'review', automatic: 'automatic' } as const;

/** The standing of every card of one leg and checklist, by its id. */
export function standings(candidates: readonly CountingCandidate[]): Map<string, Standing> {
  const chosen = countingScorecard(candidates);
  return new Map(
    candidates.map((card): [string, Standing] => {
      if (card === chosen) return [card.id, COUNTS[card.author]];
      if (!eligible(card)) return [card.id, card.author === 'automatic' ? 'not_trusted' : 'draft'];
      return [card.id, chosen && RANK[chosen.author] > RANK[card.author] ? 'outranked' : 'newer'];
    }),
  );
}
