import { type Act } from '../acts/acts.js';
import { levelOf } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

/** Blame, mockery, orders, belittling, promises that no one can keep. */
const FORBIDDEN: readonly Act[] = ['forbidden'];
/** Kind, whatever "you" is in it. */
const KIND: readonly Act[] = ['acknowledges', 'thanks', 'farewell', 'anything_else', 'greets', 'reads_back'];
const ASK_FROM = { zh: 12, en: 13 };
/** Never alone in English: harmless words are as sure there. */
const ALONE_FROM = { zh: 14, en: 16 };
const DENIED_BELOW = 5;

/** What must not be said to a customer. */
export const conduct: Course = (acts, { transcript: { language } }) => {
  const said = acts
    .doing('agent', FORBIDDEN, ASK_FROM[language])
    .filter((one) => levelOf(one, KIND) < levelOf(one, FORBIDDEN))
    .sort((a, b) => levelOf(b, FORBIDDEN) - levelOf(a, FORBIDDEN) || a.place - b.place);
  const [first] = said;
  if (!first) return acts.most('agent', FORBIDDEN) < DENIED_BELOW ? fine('harmless', []) : null;
  return fault('forbidden', said, levelOf(first, FORBIDDEN) >= ALONE_FROM[language]);
};
