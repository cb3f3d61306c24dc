import { cardCodesRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { CardCodesDesk } from './card-codes-desk.service.js';
import { CardCodesQuery } from './card-codes.query.js';

/** Stretches that may be a card's code. In doubt nothing is cut out of a stored recording; a person decides. */
export const cardCodesHandlers = implement(cardCodesRoutes, [CardCodesQuery, CardCodesDesk], (query, desk) => ({
  waiting: ({ asker }) => query.waiting(asker),
  answer: ({ asker, callId, body: answer }) => desk.answer(asker, callId, answer),
}));
