import { defineRefusals } from '#platform/rules';
import { calibrationRefusals } from './refusals/calibration.js';
import { checklistRefusals } from './refusals/checklists.js';
import { commitmentRefusals } from './refusals/commitments.js';
import { disputeRefusals } from './refusals/disputes.js';
import { reviewRefusals } from './refusals/reviews.js';
import { runRefusals } from './refusals/runs.js';
import { samplingRefusals } from './refusals/sampling.js';

export { type PromiseProblem } from './refusals/commitments.js';
export { type AnswerProblem } from './refusals/reviews.js';

/** What quality refuses. */
export const qualityRefusals = defineRefusals({
  ...checklistRefusals,
  ...commitmentRefusals,
  ...runRefusals,
  ...reviewRefusals,
  ...disputeRefusals,
  ...samplingRefusals,
  ...calibrationRefusals,
});
