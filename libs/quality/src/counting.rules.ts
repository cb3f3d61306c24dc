/** A scorecard as far as the counting rule sees it. */
export interface CountingCandidate {
  readonly id: string;
  readonly author: 'automatic' | 'review' | 'dispute';
  /** Reviews and dispute decisions count once published. */
  readonly published: boolean;
  /** An automatic score counts only while it is trusted: enough coverage, reliable words. */
  readonly trusted: boolean;
  /** When it was made; of several of one kind the latest counts. */
  readonly createdAt: Date;
}

const RANK = { dispute: 3, review: 2, automatic: 1 } as const;

const eligible = ({ author, published, trusted }: CountingCandidate): boolean =>
  author === 'automatic' ? trusted : published;

const comesFirst = (a: CountingCandidate, b: CountingCandidate): number =>
  RANK[b.author] - RANK[a.author] || b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);

/**
 * Which scorecard of a leg and checklist counts: dispute decision, then published review, then trusted automatic score, then none.
 * The one rule that moves the pointer, so that people and machines never disagree about it.
 */
export const countingScorecard = <C extends CountingCandidate>(candidates: readonly C[]): C | null =>
  candidates.filter(eligible).sort(comesFirst)[0] ?? null;
