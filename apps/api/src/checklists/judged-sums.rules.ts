import { outcomeSchema, type ItemPieceAnswer, type JudgedPlace, type Outcome } from '#contracts';
import { type ItemTried } from '#quality/rules';
import { type TrialCall } from './trial-calls.query.js';

export type JudgedLeg = ItemTried & { readonly call: Pick<TrialCall, 'legId' | 'transcriptId'> };

/** Places of an outcome that a piece answers: a person looks at a few. */
const MOST_OF_AN_OUTCOME = 3;

/** How an item judged some calls, counted. @param asked calls that were asked for, those without words among them */
export function sumOfJudged(judged: readonly JudgedLeg[], asked: number): ItemPieceAnswer {
  const outcomes = Object.fromEntries(outcomeSchema.options.map((one) => [one, 0])) as Record<Outcome, number>;
  const read = { zh: 0, en: 0 };
  const places: JudgedPlace[] = [];
  for (const { language, outcome, evidence, explanation, call } of judged) {
    read[language] += 1;
    outcomes[outcome] += 1;
    const found = evidence.find((one) => one.kind === 'words');
    if (!found || places.filter((one) => one.outcome === outcome).length >= MOST_OF_AN_OUTCOME) continue;
    const { turn, fromChar, toChar } = found;
    const { legId, transcriptId } = call;
    places.push({ legId, transcriptId, turn, fromChar, toChar, language, outcome, explanation });
  }
  return { read, without: asked - judged.length, outcomes, places };
}
