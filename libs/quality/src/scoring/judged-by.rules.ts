import { type ActsName } from '../acts/found-acts.js';
import { type NotTrustedItem } from '../trust/trust.rules.js';
import { type LegToScore } from './score.rules.js';

/**
 * What a card was judged by beside the words, which stay in their sealed object: facts, measures, answers of a model, and what was not trusted
 * then. Kept with the card, because newer ones may exist when it is replayed.
 */
export interface JudgedBy extends Omit<LegToScore, 'transcript' | 'transcriptVersion' | 'acts'> {
  /** Absent where every item was trusted, and on cards from before trust was asked for. */
  readonly notTrusted?: readonly NotTrustedItem[];
  /** What found the acts that it was judged by; they are kept sealed. Absent where they were not looked at. */
  readonly acts?: ActsName;
}

/** The part of a leg that its card keeps. */
export const judgedBy = ({ facts, measures, answers, notTrusted, acts }: JudgedBy): JudgedBy => ({
  facts,
  ...(measures !== undefined && { measures }),
  ...(answers !== undefined && { answers }),
  ...(acts && { acts: { engine: acts.engine, hash: acts.hash } }),
  ...(notTrusted && notTrusted.length > 0 && { notTrusted }),
});
