import {
  coachingAnswerSchema,
  coachingFiguresSchema,
  coachingListQuerySchema,
  coachingListSchema,
  coachingSchema,
  coachingTextsSchema,
  evaluationAnswersSchema,
  momentChangeSchema,
  momentWordsSchema,
  newCoachingSchema,
  newEvaluationSchema,
  newGoalSchema,
  newMomentSchema,
} from './coaching.js';
import { SHUT } from './refusals.js';
import { defineRoutes, del, get, post, put } from './route.js';

const READ = { permission: 'coaching.read' } as const;
const LEAD = { permission: 'coaching.lead' } as const;
const ANSWER = { permission: 'coaching.answer' } as const;

const BAD_MOMENT = [
  'moment_gone',
  'moment_not_of_agent',
  'moment_not_on_card',
  'moment_outside',
  'moments_full',
] as const;

export const coachingRoutes = defineRoutes('coaching', 'coaching', {
  list: get('/api/v1/coaching', {
    summary: 'Coaching sessions: an agent’s own, or those of the teams within reach',
    description: 'An agent sees a session once it is shared; a draft is seen by the coach who prepares it.',
    access: READ,
    query: coachingListQuerySchema,
    answer: coachingListSchema,
    refusals: ['bad_cursor'],
  }),
  figures: get('/api/v1/coaching/figures', {
    summary: 'What of coaching waits for the asker',
    access: READ,
    answer: coachingFiguresSchema,
  }),
  create: post('/api/v1/coaching', {
    summary: 'Prepares a session for an agent',
    access: LEAD,
    body: newCoachingSchema,
    answer: coachingSchema,
    status: 201,
    refusals: ['coaching_oneself', 'not_found', ...BAD_MOMENT],
  }),
  detail: get('/api/v1/coaching/{sessionId}', {
    summary: 'A session with its moments, answers and the agent’s own scoring',
    access: READ,
    answer: coachingSchema,
  }),
  change: put('/api/v1/coaching/{sessionId}', {
    summary: 'Changes what the coach writes',
    access: LEAD,
    body: coachingTextsSchema,
    answer: coachingSchema,
    refusals: ['coaching_closed', 'words_of_coaching_gone'],
  }),
  discard: del('/api/v1/coaching/{sessionId}', {
    summary: 'Throws a draft away',
    access: LEAD,
    refusals: ['coaching_shared'],
  }),
  addMoment: post('/api/v1/coaching/{sessionId}/moments', {
    summary: 'Adds a moment of a call',
    access: LEAD,
    body: newMomentSchema,
    answer: coachingSchema,
    status: 201,
    refusals: ['coaching_closed', ...BAD_MOMENT],
  }),
  changeMoment: put('/api/v1/coaching/{sessionId}/moments/{momentId}', {
    summary: 'Changes the stretch or the note of a moment',
    access: LEAD,
    body: momentChangeSchema,
    answer: coachingSchema,
    refusals: ['coaching_closed', 'moment_gone', 'moment_outside'],
  }),
  removeMoment: del('/api/v1/coaching/{sessionId}/moments/{momentId}', {
    summary: 'Takes a moment out',
    access: LEAD,
    answer: coachingSchema,
    refusals: ['coaching_closed'],
  }),
  words: get('/api/v1/coaching/{sessionId}/moments/{momentId}/words', {
    summary: 'The words of a moment, masked, for those who may read them',
    access: READ,
    answer: momentWordsSchema,
    refusals: ['no_transcript', ...SHUT],
  }),
  share: post('/api/v1/coaching/{sessionId}/share', {
    summary: 'Shows a session to its agent',
    description: 'From then on results that the agent is to score first are withheld from them.',
    access: LEAD,
    answer: coachingSchema,
    refusals: ['coaching_empty', 'coaching_shared', 'evaluation_asked', 'evaluation_too_late'],
  }),
  answer: post('/api/v1/coaching/{sessionId}/answers', {
    summary: 'The agent answers in their own words',
    access: ANSWER,
    body: coachingAnswerSchema,
    answer: coachingSchema,
    status: 201,
    refusals: ['coaching_closed', 'words_of_coaching_gone'],
  }),
  acknowledge: post('/api/v1/coaching/{sessionId}/acknowledgement', {
    summary: 'The agent says that they have read it; that is no consent',
    access: ANSWER,
    answer: coachingSchema,
    refusals: ['coaching_closed', 'coaching_read_already'],
  }),
  close: post('/api/v1/coaching/{sessionId}/close', {
    summary: 'Ends a session; its goals go on',
    access: LEAD,
    answer: coachingSchema,
    refusals: ['coaching_closed', 'coaching_not_shared'],
  }),
  setGoal: post('/api/v1/coaching/{sessionId}/goals', {
    summary: 'Sets a goal, whose follow-up is counted from the agent’s later calls',
    access: LEAD,
    body: newGoalSchema,
    answer: coachingSchema,
    status: 201,
    refusals: ['coaching_closed', 'goal_item_unknown', 'goals_full'],
  }),
  endGoal: post('/api/v1/coaching/{sessionId}/goals/{goalId}/end', {
    summary: 'Ends a goal, also after the session was closed',
    access: LEAD,
    answer: coachingSchema,
    refusals: ['goal_over'],
  }),
  askEvaluation: post('/api/v1/coaching/{sessionId}/evaluations', {
    summary: 'Asks the agent to score a call themselves before they see its result',
    access: LEAD,
    body: newEvaluationSchema,
    answer: coachingSchema,
    status: 201,
    refusals: [
      ...(['coaching_closed', 'evaluation_asked', 'evaluation_not_scored', 'evaluation_seen'] as const),
      ...(['evaluation_too_late', 'moment_gone', 'moment_not_of_agent'] as const),
    ],
  }),
  takeEvaluationBack: del('/api/v1/coaching/{sessionId}/evaluations/{evaluationId}', {
    summary: 'Asks for it no longer; the result is shown again',
    access: LEAD,
    answer: coachingSchema,
    refusals: ['evaluation_over'],
  }),
  submitEvaluation: post('/api/v1/coaching/{sessionId}/evaluations/{evaluationId}/answers', {
    summary: 'The agent’s own scoring; then both are seen side by side',
    access: ANSWER,
    body: evaluationAnswersSchema,
    answer: coachingSchema,
    status: 201,
    refusals: ['evaluation_item_unknown', 'evaluation_over'],
  }),
});
