import {
  calibrationAnswersSchema,
  calibrationChoicesSchema,
  calibrationListQuerySchema,
  calibrationListSchema,
  calibrationSchema,
  newCalibrationDecisionSchema,
  newCalibrationSchema,
  reviewerAgreementListSchema,
  reviewerAgreementQuerySchema,
} from './calibrations.js';
import { defineRoutes, get, post, put } from './route.js';

/** Several reviewers judge one call, each without the others, so that they come to judge alike. No agent's score changes by it. */
export const calibrationsRoutes = defineRoutes('calibrations', 'reviews', {
  list: get('/api/v1/calibrations', {
    summary: 'Calibrations that the asker takes part in or manages',
    access: { permission: 'scorecards.judge' },
    query: calibrationListQuerySchema,
    answer: calibrationListSchema,
    refusals: ['bad_cursor'],
  }),
  agreement: get('/api/v1/calibrations/agreement', {
    summary: 'How often reviewers said what was decided, month by month',
    description: 'One’s own, or, for who manages calibrations, of all whose calibrated calls are within reach.',
    access: { permission: 'scorecards.judge' },
    query: reviewerAgreementQuerySchema,
    answer: reviewerAgreementListSchema,
  }),
  choices: get('/api/v1/calls/{callId}/calibration-choices', {
    summary: 'By which checklists a call can be calibrated, and by whom',
    access: { permission: 'calibrations.manage' },
    answer: calibrationChoicesSchema,
  }),
  open: post('/api/v1/calibrations', {
    summary: 'Asks several reviewers to judge one leg of a call, each without the others',
    description: 'They are told. No score of an agent changes by it.',
    access: { permission: 'calibrations.manage' },
    body: newCalibrationSchema,
    answer: calibrationSchema,
    status: 201,
    refusals: [
      'calibration_due_past',
      'calibration_reviewer_unfit',
      'calibration_judged_meanwhile',
      'not_found',
      'not_scored_yet',
      'words_destroyed',
    ],
  }),
  read: get('/api/v1/calibrations/{calibrationId}', {
    summary: 'A calibration; what others and the machine said once it is closed',
    access: { permission: 'scorecards.judge' },
    answer: calibrationSchema,
  }),
  answer: put('/api/v1/calibrations/{calibrationId}/answers', {
    summary: 'Keeps one’s answers for later, or submits them for good',
    description: 'With the last reviewer’s answers the session closes, and all are shown.',
    access: { permission: 'scorecards.judge' },
    body: calibrationAnswersSchema,
    answer: calibrationSchema,
    refusals: ['calibration_incomplete', 'calibration_over', 'not_on_card', 'words_destroyed'],
  }),
  close: post('/api/v1/calibrations/{calibrationId}/close', {
    summary: 'Closes a calibration before all have judged',
    access: { permission: 'calibrations.manage' },
    answer: calibrationSchema,
    refusals: ['calibration_not_judged', 'calibration_over'],
  }),
  decide: post('/api/v1/calibrations/{calibrationId}/decisions', {
    summary: 'Notes what is right for an item, which is the reference from then on',
    description: 'It changes no score. A later decision takes the place of an earlier one; both stay on file.',
    access: { permission: 'calibrations.manage' },
    body: newCalibrationDecisionSchema,
    answer: calibrationSchema,
    status: 201,
    refusals: ['calibration_still_open', 'calibration_withheld', 'not_on_card'],
  }),
});
