import { cardCodeAnswerSchema, doubtfulCodesSchema } from './card-codes.js';
import { defineRoutes, get, post } from './route.js';

/** What may be a card's code: nothing is cut out of a stored recording in doubt, so somebody says. */
export const cardCodesRoutes = defineRoutes('cardCodes', 'company', {
  waiting: get('/api/v1/card-codes', {
    summary: 'Stretches that may be card codes, and wait for somebody to say so',
    access: { permission: 'redaction.decide' },
    answer: doubtfulCodesSchema,
  }),
  answer: post('/api/v1/calls/{callId}/card-codes', {
    summary: 'Says whether a stretch is a card’s code',
    description: 'A code is cut out of the stored recording for good. What is none is heard and read again.',
    access: { permission: 'redaction.decide' },
    body: cardCodeAnswerSchema,
    refusals: { 409: 'Somebody has answered already, or the recording is no longer kept.' },
  }),
});
