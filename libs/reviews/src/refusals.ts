import { defineRefusals } from '#platform/rules';
import { type EntityManager } from 'typeorm';
import { calibrationRefusals } from './refusals/calibration.js';
import { disputeRefusals } from './refusals/disputes.js';
import { reviewRefusals } from './refusals/reviews.js';
import { samplingRefusals } from './refusals/sampling.js';

export { type AnswerProblem } from './refusals/reviews.js';

/** What is refused of reviews, and of all that people do beside them. */
export const reviewsRefusals = defineRefusals({
  ...reviewRefusals,
  ...disputeRefusals,
  ...samplingRefusals,
  ...calibrationRefusals,
});

/** Whether the leg's sound is being destroyed, or is: what people write after that would outlive it. */
export async function wordsAreGone(tx: EntityManager, legId: string): Promise<boolean> {
  const gone: unknown[] = await tx.query(
    'select 1 from recording where leg_id = $1 and destruction_started_at is not null and split_at is null',
    [legId],
  );
  return gone.length > 0;
}
