import { defineRefusals } from '#platform/rules';
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
