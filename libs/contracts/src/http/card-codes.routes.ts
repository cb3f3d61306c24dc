import { cardCodeAnswerSchema, doubtfulCodesSchema } from './card-codes.js';
import { defineRoutes, get, post } from './route.js';

/** Stretches that may be a card's code. In doubt nothing is cut out of a stored recording; a person decides. */
export const cardCodesRoutes = defineRoutes('cardCodes', 'company', {
  waiting: get('/api/v1/card-codes', {
    summary: 'Stretches that may be card codes, and wait for a person’s decision',
    access: { permission: 'redaction.decide' },
    answer: doubtfulCodesSchema,
  }),
  answer: post('/api/v1/calls/{callId}/card-codes', {
    summary: 'Says whether a stretch is a card’s code',
    description:
      'A code is cut out of the stored recording for good. A stretch that is no code can be heard and read again.',
    access: { permission: 'redaction.decide' },
    body: cardCodeAnswerSchema,
    refusals: ['card_code_decided'],
  }),
});
