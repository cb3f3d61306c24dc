import { type Act } from '../acts/acts.js';
import { levelOf, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

/** Blame, mockery, orders, belittling, promises that no one can keep. */
const FORBIDDEN: readonly Act[] = ['forbidden'];
/** Kind, or business, whatever "you" is in it. */
const KIND: readonly Act[] = [
  ...([
    'acknowledges',
    'thanks',
    'farewell',
    'anything_else',
    'greets',
    'reads_back',
    'forward',
    'asks_identity',
  ] as const),
  ...(['asks_detail', 'tells_account', 'harmless'] as const),
];
const ASK_FROM = { zh: 10, en: 10 };
/** "Is it so?", "Sure thing.": short ones are sure too easily. */
const SHORT = { zh: 9, en: 30 };
const SHORT_FROM = 15;
const DENIED_BELOW = 5;

/** What must not be said to a customer. Never alone: of harmless words some are as sure. */
export const conduct: Course = (acts, { transcript: { language } }) => {
  const from = ({ fromChar, toChar }: SaidAct): number =>
    toChar - fromChar < SHORT[language] ? SHORT_FROM : ASK_FROM[language];
  const said = acts
    .doing('agent', FORBIDDEN, ASK_FROM[language])
    .filter((one) => levelOf(one, FORBIDDEN) >= from(one) && levelOf(one, KIND) < levelOf(one, FORBIDDEN))
    .sort((a, b) => levelOf(b, FORBIDDEN) - levelOf(a, FORBIDDEN) || a.place - b.place);
  const [first] = said;
  if (!first) return acts.most('agent', FORBIDDEN) < DENIED_BELOW ? fine('harmless', []) : null;
  return fault('forbidden', said, false);
};
