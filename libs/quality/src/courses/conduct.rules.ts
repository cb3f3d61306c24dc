import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

/** Blame, mockery, orders, belittling, promises that no one can keep. */
const FORBIDDEN: readonly Act[] = ['forbidden'];
/** Friendly or businesslike sentences, even if they contain “you”. */
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
const ASK_FROM = { zh: 12, en: 11 };
/** English orders and mockery are told apart by themselves: of 274 calls without such words that the weights had not seen none had one. */
const PLAIN: readonly Act[] = ['commands', 'mocks'];
const PLAIN_FROM = 10;
const PLAIN_SAID_FROM = 8;
/** "Is it so?", "Sure thing.": short ones are sure too easily. */
const SHORT = { zh: 9, en: 30 };
const SHORT_FROM = 15;
/** With no more than that in any sentence, and no customer who takes offence, words that may be read two ways are harmless. */
const DENIED_BELOW = 5;

/**
 * An insult is usually answered: if both the sentence and the reply are this likely, the two together are reliable. English acts are recognised
 * less reliably from sentences: with a lower threshold, two unseen model calls were wrongly accused.
 */
const OFFENDED: readonly Act[] = ['offended'];
const TOGETHER = {
  zh: [
    { said: 8, answered: 4 },
    { said: 6, answered: 6 },
    { said: 4, answered: 8 },
  ],
  en: [
    { said: 10, answered: 8 },
    { said: 6, answered: 10 },
  ],
} as const;

/** How likely the customer's first answer to a turn takes offence. */
const answered = (acts: CallActs, { turn }: SaidAct): SaidAct | undefined => {
  const first = acts.sentences.find((one) => one.turn === turn + 1);
  return first?.speaker === 'customer' ? first : undefined;
};

function together(acts: CallActs, language: Language): SaidAct[] | null {
  const pairs = TOGETHER[language];
  for (const one of acts.doing('agent', FORBIDDEN, Math.min(...pairs.map(({ said }) => said)))) {
    const answer = answered(acts, one);
    const [said, offended] = [levelOf(one, FORBIDDEN), answer ? levelOf(answer, OFFENDED) : 0];
    if (levelOf(one, KIND) > said) continue;
    if (pairs.some((least) => said >= least.said && offended >= least.answered)) return [one, answer!];
  }
  return null;
}

/** A customer who surely takes offence, in whatever sentence of the answer, asks what was said to them: so little in it may offend. */
const OFFENDED_FROM = 10;
const MAY_OFFEND_FROM = 2;

function offence(acts: CallActs): SaidAct[] | null {
  for (const answer of acts.doing('customer', OFFENDED, OFFENDED_FROM)) {
    const [said] = acts
      .doing('agent', FORBIDDEN, MAY_OFFEND_FROM)
      .filter(({ turn }) => turn === answer.turn - 1)
      .sort((a, b) => levelOf(b, FORBIDDEN) - levelOf(a, FORBIDDEN) || a.place - b.place);
    if (said) return [said, answer];
  }
  return null;
}

/**
 * Detects forbidden wording from sentence acts. Accuses only when the customer’s reply also takes offence, because some harmless sentences score
 * just as high.
 */
export const conduct: Course = (acts, { transcript: { language } }) => {
  const sure = together(acts, language);
  if (sure) return fault('forbidden', sure, true);
  const from = (one: SaidAct): number => {
    if (language === 'en' && levelOf(one, PLAIN) >= PLAIN_FROM) return PLAIN_SAID_FROM;
    return one.toChar - one.fromChar < SHORT[language] ? SHORT_FROM : ASK_FROM[language];
  };
  const said = acts
    .doing('agent', FORBIDDEN, PLAIN_SAID_FROM)
    .filter((one) => levelOf(one, FORBIDDEN) >= from(one) && levelOf(one, KIND) < levelOf(one, FORBIDDEN))
    .sort((a, b) => levelOf(b, FORBIDDEN) - levelOf(a, FORBIDDEN) || a.place - b.place);
  const [first] = said;
  const offended = first ? null : offence(acts);
  if (offended) return fault('forbidden', offended, false);
  if (!first) {
    if (acts.most('agent', FORBIDDEN) >= DENIED_BELOW) return null;
    return fine('harmless', [], acts.most('customer', OFFENDED) < DENIED_BELOW);
  }
  return fault('forbidden', said, false);
};
