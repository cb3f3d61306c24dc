import {
  bestCallListQuerySchema,
  bestCallListSchema,
  bestCallReasonSchema,
  bestCallSchema,
  newBestCallSchema,
} from './best-calls.js';
import { momentWordsSchema } from './coaching.js';
import { playSchema } from './plays.js';
import { SHUT } from './refusals.js';
import { defineRoutes, get, post } from './route.js';

const READ = { permission: 'best_calls.read' } as const;
const MANAGE = { permission: 'best_calls.manage' } as const;
const ANSWER = { permission: 'coaching.answer' } as const;

export const bestCallsRoutes = defineRoutes('bestCalls', 'best calls', {
  list: get('/api/v1/best-calls', {
    summary: 'Best calls: published for the asker, or waiting for them',
    access: READ,
    query: bestCallListQuerySchema,
    answer: bestCallListSchema,
    refusals: ['bad_cursor'],
  }),
  nominate: post('/api/v1/best-calls', {
    summary: 'Nominates a stretch of a call; its agent is asked',
    access: MANAGE,
    body: newBestCallSchema,
    answer: bestCallSchema,
    status: 201,
    refusals: ['coaching_oneself', 'moment_gone', 'moment_not_of_agent', 'moment_outside'],
  }),
  agree: post('/api/v1/best-calls/{bestCallId}/agreement', {
    summary: 'The agent agrees that it is published',
    access: ANSWER,
    answer: bestCallSchema,
    refusals: ['best_call_over'],
  }),
  decline: post('/api/v1/best-calls/{bestCallId}/refusal', {
    summary: 'The agent declines, or takes the agreement back: it ends at once',
    access: ANSWER,
    answer: bestCallSchema,
    refusals: ['best_call_over'],
  }),
  publish: post('/api/v1/best-calls/{bestCallId}/publication', {
    summary: 'Publishes it: a second person, with the agent’s agreement',
    access: MANAGE,
    answer: bestCallSchema,
    refusals: [
      ...([
        'best_call_hindered',
        'best_call_needs_another',
        'needs_a_day',
        'best_call_not_agreed',
        'best_call_over',
      ] as const),
      'moment_gone',
    ],
  }),
  withdraw: post('/api/v1/best-calls/{bestCallId}/withdrawal', {
    summary: 'Withdraws it, with a reason',
    access: MANAGE,
    body: bestCallReasonSchema,
    answer: bestCallSchema,
    refusals: ['best_call_over'],
  }),
  words: get('/api/v1/best-calls/{bestCallId}/words', {
    summary: 'The words of a published one, masked',
    access: READ,
    answer: momentWordsSchema,
    refusals: ['no_transcript', ...SHUT],
  }),
  play: post('/api/v1/best-calls/{bestCallId}/plays', {
    summary: 'Opens a playback of its stretch, silenced',
    access: READ,
    answer: playSchema,
    status: 201,
    refusals: [...SHUT],
  }),
});
