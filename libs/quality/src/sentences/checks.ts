import { CONVERSATION_CHECKS } from './conversation-checks.js';
import { KNOWN_CHECKS } from './known-checks.js';
import { LEFT_CHECKS } from './left-to-others-checks.js';
import { SAID_CHECKS } from './said-checks.js';
import { type KindSentence } from './sentence.js';

/** How each kind of check is said and edited, in the order in which it is offered. A new kind is one row in one of these. */
export const CHECK_SENTENCES: readonly KindSentence[] = [
  ...SAID_CHECKS,
  ...KNOWN_CHECKS,
  ...LEFT_CHECKS,
  ...CONVERSATION_CHECKS,
];
