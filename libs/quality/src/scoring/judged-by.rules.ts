import { type LegToScore } from './score.rules.js';

/**
 * What a card was judged by beside the words, which stay in their sealed object: facts, measures, answers of a model. Kept with the card,
 * because newer ones may exist when it is replayed.
 */
export type JudgedBy = Omit<LegToScore, 'transcript' | 'transcriptVersion'>;

/** The part of a leg that its card keeps. */
export const judgedBy = ({ facts, measures, answers }: JudgedBy): JudgedBy => ({
  facts,
  ...(measures !== undefined && { measures }),
  ...(answers !== undefined && { answers }),
});
