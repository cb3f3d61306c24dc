import { correctionRequestSchema, correctionResultSchema, speakersRequestSchema } from '../corrections.js';
import { defineRoutes, post, put } from './route.js';

/** What is known of a call can be wrong: a person says so, with a reason, and what follows from it is worked out again. */
export const correctionsRoutes = defineRoutes('corrections', 'calls', {
  correct: post('/api/v1/calls/{callId}/corrections', {
    summary: 'Corrects what is known of a call',
    description:
      'Only fields that are named are changed; null takes a fact back. What was known before is kept, the journal tells of it, and words, scores, promises and search follow. Never a call that one took.',
    access: { permission: 'calls.correct' },
    body: correctionRequestSchema,
    answer: correctionResultSchema,
    refusals: [
      'agent_channel_on_mono',
      'correct_own_call',
      'impossible_times',
      'nothing_to_correct',
      'person_erased',
      'unknown_staff_number',
    ],
  }),
  name: put('/api/v1/calls/{callId}/speakers', {
    summary: 'Says who the speakers are',
    description:
      'In words that another tool wrote, of voices on one channel, or of two channels whose sides are in doubt: one role for each speaker, in the order in which they first speak. What was known is replaced, the journal tells of it, and the call is scored again.',
    access: { permission: 'calls.correct' },
    body: speakersRequestSchema,
    refusals: ['correct_own_call', 'speakers_not_asked'],
  }),
});
