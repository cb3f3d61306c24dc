import { samplingPlanSchema } from '../sampling.js';
import { defineRoutes, get, post, put } from './route.js';
import {
  changedSamplingPlanSchema,
  drawDetailSchema,
  drawListQuerySchema,
  drawListSchema,
  drawReplaySchema,
  keptDrawSchema,
  meansQuerySchema,
  newReplacementSchema,
  replacedBySchema,
  sampledMeansSchema,
  samplingPlanListSchema,
  samplingPlanViewSchema,
  samplingPreviewSchema,
  whyDrawnSchema,
} from './sampling.js';

const READS = { permission: 'sampling.read', reach: 'company' } as const;
const MANAGES = { permission: 'sampling.manage', reach: 'company' } as const;

/** How calls are drawn for review, so that a draw can be audited. */
export const samplingRoutes = defineRoutes('sampling', 'sampling', {
  list: get('/api/v1/sampling/plans', {
    summary: 'Sampling plans with their current and last draw',
    access: { ...READS, whileIdle: true },
    answer: samplingPlanListSchema,
  }),
  create: post('/api/v1/sampling/plans', {
    summary: 'Makes a sampling plan',
    description: 'It draws from the next period on: a seed is committed before its period begins.',
    access: MANAGES,
    body: samplingPlanSchema,
    answer: samplingPlanViewSchema,
    status: 201,
    refusals: ['plan_reviewer_unfit'],
  }),
  preview: post('/api/v1/sampling/plans/preview', {
    summary: 'What a sampling plan would have found in the last period',
    description: 'Nothing is drawn and nothing is kept.',
    access: MANAGES,
    body: samplingPlanSchema,
    answer: samplingPreviewSchema,
  }),
  change: put('/api/v1/sampling/plans/{planId}', {
    summary: 'Changes a sampling plan for the periods that have not begun',
    access: MANAGES,
    body: changedSamplingPlanSchema,
    answer: samplingPlanViewSchema,
    refusals: ['plan_changed', 'plan_ended', 'plan_not_found', 'plan_reviewer_unfit'],
  }),
  end: post('/api/v1/sampling/plans/{planId}/end', {
    summary: 'Ends a sampling plan after the period that has begun',
    access: MANAGES,
    refusals: ['plan_ended', 'plan_not_found'],
  }),
  draws: get('/api/v1/sampling/plans/{planId}/draws', {
    summary: 'The draws of a sampling plan, the latest period first',
    access: READS,
    query: drawListQuerySchema,
    answer: drawListSchema,
    refusals: ['bad_cursor', 'plan_not_found'],
  }),
  draw: get('/api/v1/sampling/draws/{drawId}', {
    summary: 'A draw, with the legs that it took',
    access: READS,
    answer: drawDetailSchema,
    refusals: ['plan_not_found'],
  }),
  file: get('/api/v1/sampling/draws/{drawId}/file', {
    summary: 'Seed, plan and frame of a draw, to make it again elsewhere',
    description: 'Ids, strata and figures, and nothing of the calls. `npm run -s replay-draw -- FILE` reads it.',
    access: READS,
    answer: keptDrawSchema,
    refusals: ['not_drawn_yet', 'plan_not_found', 'result_withheld'],
  }),
  replay: get('/api/v1/sampling/draws/{drawId}/replay', {
    summary: 'Makes a draw again from what is kept, and compares',
    access: READS,
    answer: drawReplaySchema,
    refusals: ['not_drawn_yet', 'plan_not_found'],
  }),
  why: get('/api/v1/sampling/draws/{drawId}/legs/{legId}', {
    summary: 'Why a draw took a leg, or did not',
    access: READS,
    answer: whyDrawnSchema,
    refusals: ['not_drawn_yet', 'plan_not_found'],
  }),
  means: get('/api/v1/sampling/means', {
    summary: 'How agents did in reviewed calls of random draws, with intervals',
    description:
      'Draws by risk, queue or outcome, and of plans limited by team, client or language, are left out. By staff number, never by the mean.',
    access: { permission: 'scorecards.judge' },
    query: meansQuerySchema,
    answer: sampledMeansSchema,
  }),
  replace: post('/api/v1/sampling/assignments/{assignmentId}/replacement', {
    summary: 'Replaces a call that cannot be judged by the next of the same draw',
    access: MANAGES,
    body: newReplacementSchema,
    answer: replacedBySchema,
    status: 201,
    refusals: [
      'assignment_over',
      'nothing_left_to_draw',
      'not_drawn_yet',
      'own_call',
      'plan_not_found',
      'replaces_own_review',
    ],
  }),
});
