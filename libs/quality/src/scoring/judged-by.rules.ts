import { type NotTrustedItem } from '../trust/trust.rules.js';
import { type LegToScore } from './score.rules.js';

/**
 * What a card was judged by beside the words, which stay in their sealed object: facts, measures, answers of a model, and what was not trusted
 * then. Kept with the card, because newer ones may exist when it is replayed.
 */
export interface JudgedBy extends Omit<LegToScore, 'transcript' | 'transcriptVersion'> {
  /** Absent where every item was trusted, and on cards from before trust was asked for. */
  readonly notTrusted?: readonly NotTrustedItem[];
}

/** The part of a leg that its card keeps. */
export const judgedBy = ({ facts, measures, answers, notTrusted }: JudgedBy): JudgedBy => ({
  facts,
  ...(measures !== undefined && { measures }),
  ...(answers !== undefined && { answers }),
  ...(notTrusted && notTrusted.length > 0 && { notTrusted }),
});
