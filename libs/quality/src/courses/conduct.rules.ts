import { type Act } from '../acts/acts.js';
import { levelOf } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

/** Blame, mockery, orders, belittling, promises that no one can keep. */
const FORBIDDEN: readonly Act[] = ['forbidden'];
/** Kind, whatever "you" is in it. */
const KIND: readonly Act[] = ['acknowledges', 'thanks', 'farewell', 'anything_else', 'greets', 'reads_back'];
const ASK_FROM = { zh: 12, en: 13 };
const DENIED_BELOW = 5;

/** What must not be said to a customer. Never alone: of harmless words some are as sure. */
export const conduct: Course = (acts, { transcript: { language } }) => {
  const said = acts
    .doing('agent', FORBIDDEN, ASK_FROM[language])
    .filter((one) => levelOf(one, KIND) < levelOf(one, FORBIDDEN))
    .sort((a, b) => levelOf(b, FORBIDDEN) - levelOf(a, FORBIDDEN) || a.place - b.place);
  const [first] = said;
  if (!first) return acts.most('agent', FORBIDDEN) < DENIED_BELOW ? fine('harmless', []) : null;
  return fault('forbidden', said, false);
};
