import { type EntityManager } from 'typeorm';
import { type Checklist, type ItemResult } from '#contracts';
import { newId } from '#platform';
import { type Scorecard } from '#quality';
import { filedResult } from '#quality';
import { resultHash } from '#quality';
import { SCORING_ENGINE } from '#quality';
import { addPoints } from '#quality';
import { countOutcomes, worstItem } from '#quality';

/** What a person made of a card. */
export interface PersonsResult {
  readonly base: Scorecard;
  readonly checklist: Checklist;
  readonly items: readonly ItemResult[];
  readonly author: 'review' | 'dispute';
  readonly personId: string;
  readonly at: Date;
}

/** The card that a person's answers make: it names the one it rests on, and nothing of that one changes. */
export async function personCard(
  tx: EntityManager,
  { base, checklist, items: judged, author, personId, at }: PersonsResult,
): Promise<Scorecard> {
  const items = [...judged];
  const { coverage, pointsCount, points, maxPoints } = addPoints(checklist, items);
  const [words]: { version: number }[] = await tx.query('select version from transcript where id = $1', [
    base.transcriptId,
  ]);
  // It is added up as cards are today; the base says which engine judged the items that the person left as they were.
  const added = { ...base, items, engineHash: SCORING_ENGINE };
  return {
    ...added,
    id: newId(),
    inputs: null,
    basedOnId: base.id,
    author,
    authorPersonId: personId,
    counts: countOutcomes(items),
    worst: worstItem(checklist, items),
    points: pointsCount ? points : null,
    maxPoints: pointsCount ? maxPoints : null,
    coverage,
    trusted: pointsCount,
    resultSha256: resultHash(filedResult(added, checklist, words?.version ?? 1)),
    createdAt: at,
  };
}
