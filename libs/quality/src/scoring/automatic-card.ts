import { createHash } from 'node:crypto';
import { type Checklist } from '#contracts';
import { canonicalJson } from '#journal';
import { newId } from '#platform';
import { type NotTrustedItem } from '../trust/trust.rules.js';
import { judgedBy } from './judged-by.rules.js';
import { type Scorecard } from '../scorecard.entity.js';
import { type ScorableLeg } from './scorable-leg.js';
import { type Scored } from './scored.js';
import { countOutcomes, worstItem } from './summary.rules.js';

/** SHA-256 of a judgement's canonical JSON: judging the same again must give the same. */
export const resultHash = (scored: Scored): string => createHash('sha256').update(canonicalJson(scored)).digest('hex');

/** An automatic score counts only with reliable words and enough coverage. */
const isTrusted = ({ input }: ScorableLeg, scored: Scored): boolean =>
  scored.pointsCount && input.transcript.unreliable.length === 0;

/** What a leg is judged by beside its own. */
export interface CardTerms {
  readonly checklist: Checklist;
  readonly profileHash: string;
  readonly notTrusted: readonly NotTrustedItem[];
}

/** A new row for a leg that was judged by rules, with everything that made the judgement named. */
export function automaticCard(
  leg: ScorableLeg,
  scored: Scored,
  { checklist, profileHash, notTrusted }: CardTerms,
): Omit<Scorecard, 'createdAt'> {
  const { acts, ...withoutActs } = leg.input;
  const { items, coverage, pointsCount, points, maxPoints } = scored;
  return {
    id: newId(),
    legId: leg.legId,
    checklistId: checklist.id,
    checklistVersion: checklist.version,
    transcriptId: leg.transcriptId,
    lexiconHash: scored.lexiconHash,
    engineHash: scored.engine,
    profileHash,
    inputs: judgedBy({ ...withoutActs, ...(acts && { acts }), notTrusted }),
    basedOnId: null,
    author: 'automatic',
    authorPersonId: null,
    items: [...items],
    counts: countOutcomes(items),
    worst: worstItem(checklist, items),
    points: pointsCount ? points : null,
    maxPoints: pointsCount ? maxPoints : null,
    coverage,
    trusted: isTrusted(leg, scored),
    resultSha256: resultHash(scored),
  };
}
