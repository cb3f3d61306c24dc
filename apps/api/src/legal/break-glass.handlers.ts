import { breakGlassRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { EmergencyDesk } from './emergency-desk.service.js';

/** Opening recordings in an emergency, and reviewing it afterwards. */
export const breakGlassHandlers = implement(breakGlassRoutes, [EmergencyDesk], (desk) => ({
  terms: ({ asker }) => desk.terms(asker),
  open: ({ asker, requestId, body: { words } }) => desk.open(asker, requestId, words),
  review: ({ asker, requestId, body }) => desk.review(asker, requestId, body),
}));
