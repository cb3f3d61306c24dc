import {
  correctionRefusalSchema,
  correctionRequestSchema,
  correctionResultSchema,
  speakersRequestSchema,
  waitingCorrectionsQuerySchema,
  waitingCorrectionsSchema,
} from '../corrections.js';
import { defineRoutes, get, post, put } from './route.js';

/** What is known of a call can be wrong: a person says so, with a reason, and what follows from it is worked out again. */
export const correctionsRoutes = defineRoutes('corrections', 'calls', {
  correct: post('/api/v1/calls/{callId}/corrections', {
    summary: 'Corrects what is known of a call',
    description:
      'Of one leg and its call: without `legId` the only leg that the right reaches. Only fields that are named are changed; null takes a fact back. What was known before is kept, the journal tells of it, and words, scores, promises and search follow. What moves rights, retention or a dispute, or opens what consent had closed, waits for a second person and takes a fresh proof; so does, without waiting, what closes a recording. A token proposes such things without a proof, and they wait. Never a call that one took, never to oneself, and never while one has a part in an open dispute of it.',
    access: { permission: 'calls.correct' },
    body: correctionRequestSchema,
    answer: correctionResultSchema,
    refusals: [
      'agent_channel_on_mono',
      'correct_disputed_call',
      'correct_own_call',
      'correct_to_oneself',
      'correction_waits',
      'impossible_times',
      'nothing_to_correct',
      'person_erased',
      'step_up_again',
      'step_up_by_code',
      'step_up_by_password',
      'unknown_staff_number',
      'which_leg',
    ],
  }),
  waiting: get('/api/v1/corrections/waiting', {
    summary: 'Corrections that wait for a second person, and those that lapsed lately, in reach',
    access: { permission: 'calls.correct' },
    query: waitingCorrectionsQuerySchema,
    answer: waitingCorrectionsSchema,
  }),
  confirm: post('/api/v1/corrections/{proposalId}/confirmation', {
    summary: 'Confirms a correction that a colleague, a token or an upload proposed',
    description:
      'It holds from then on, and what rests on it is looked at again at once. Never by who proposed it, by the agent who loses or gets the call, nor by a person of an open dispute of it.',
    access: { permission: 'calls.correct', stepUp: true, inPerson: true },
    answer: correctionResultSchema,
    refusals: [
      'agent_channel_on_mono',
      'correction_decided',
      'correction_overtaken',
      'impossible_times',
      'needs_a_day',
      'not_yours_to_confirm',
      'proposer_gone',
      'unknown_staff_number',
    ],
  }),
  refuse: post('/api/v1/corrections/{proposalId}/refusal', {
    summary: 'Refuses a correction that waits, with a reason',
    access: { permission: 'calls.correct', stepUp: true, inPerson: true },
    body: correctionRefusalSchema,
    refusals: ['correction_decided', 'needs_a_day', 'not_yours_to_confirm'],
  }),
  withdraw: post('/api/v1/corrections/{proposalId}/withdrawal', {
    summary: 'Takes back a correction that one proposed, while it waits',
    access: { permission: 'calls.correct', stepUp: true, inPerson: true },
    refusals: ['correction_decided', 'not_yours_to_withdraw'],
  }),
  name: put('/api/v1/calls/{callId}/speakers', {
    summary: 'Says who the speakers are',
    description:
      'In words that another tool wrote, of voices on one channel, or of two channels whose sides are in doubt: one role for each speaker, in the order in which they first speak. What was known is replaced, the journal tells of it, and the call is scored again.',
    access: { permission: 'calls.correct' },
    body: speakersRequestSchema,
    refusals: ['correct_disputed_call', 'correct_own_call', 'speakers_not_asked'],
  }),
});
