import {
  commitmentAnswerSchema,
  commitmentFiguresSchema,
  commitmentHistorySchema,
  commitmentListQuerySchema,
  commitmentListSchema,
  commitmentWordsSchema,
} from './commitments.js';
import { defineRoutes, get, post } from './route.js';
import { SHUT } from './refusals.js';
/** What agents promised, and what became of it. */
export const commitmentsRoutes = defineRoutes('commitments', 'commitments', {
  list: get('/api/v1/commitments', {
    summary: 'Promises, one’s own or one’s teams’, by what is due',
    access: { permission: 'commitments.read' },
    query: commitmentListQuerySchema,
    answer: commitmentListSchema,
    refusals: ['bad_cursor'],
  }),
  figures: get('/api/v1/commitments/figures', {
    summary: 'How many promises are overdue, due, without a time, or waiting to be taken over',
    access: { permission: 'commitments.read', whileIdle: true },
    answer: commitmentFiguresSchema,
  }),
  words: get('/api/v1/commitments/{commitmentId}/words', {
    summary: 'The words of a promise, under a live grant to read',
    description: 'Cut from the call and masked; each reading is journalled.',
    access: { permission: 'commitments.read' },
    answer: commitmentWordsSchema,
    refusals: [...SHUT],
  }),
  history: get('/api/v1/commitments/{commitmentId}/history', {
    summary: 'What happened to a promise, and who could take it over',
    access: { permission: 'commitments.read' },
    answer: commitmentHistorySchema,
  }),
  answer: post('/api/v1/commitments/{commitmentId}/answers', {
    summary: 'Answers for a promise',
    description:
      'Kept, broken, a new time, a hand-over, a question whether it is one; to release, strike or uphold one needs `commitments.oversee`.',
    access: { permission: 'commitments.answer' },
    body: commitmentAnswerSchema,
    refusals: [
      'already_offered',
      'already_questioned',
      'cannot_take_over',
      'commitment_changed',
      'commitment_closed',
      'evidence_unknown',
      'not_about_oneself',
      'not_closed',
      'not_offered_to_you',
      'not_yours',
      'nothing_offered',
      'nothing_questioned',
      'owner_questions',
      'question_settled',
      'supervisor_decides',
      'time_is_past',
    ],
  }),
  ofCall: get('/api/v1/calls/{callId}/commitments', {
    summary: 'The promises made in a call',
    access: { permission: 'commitments.read' },
    answer: commitmentListSchema,
  }),
});
