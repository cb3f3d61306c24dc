import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { type HeardCall } from '../call/heard-call.js';
import { contentOf } from '../conversation/content.rules.js';
import { fault, type Course, type CourseSays } from './course.js';
import { NOT_CHECKED, pointsOf, type NotCheckedSign } from './fitted.js';
import {
  ASKED,
  ASKS_TWO,
  FACTS,
  FIGURES,
  GIVEN,
  givenIn,
  identity,
  MAY_ASK_FROM,
  MAY_GIVE_FROM,
  MAY_TELL_FROM,
  TOLD,
  TOLD_FROM,
} from './identity.rules.js';

/** In tenths of log-odds: what a question to a person needs at least, what makes one of what seemed in order, and what accuses. */
const DROPPED_BELOW = -15;
const ASK_FROM = 0;
const ALONE_FROM = { zh: 20, en: 30 };
const CONFIRMS: readonly Act[] = ['confirms'];
const CONFIRMS_FROM = 9;
/** A number that customers tell themselves apart by, or that belongs to their account. */
const OWN_NUMBER = {
  en: /\bending\b|\bends\b|\bdouble\b|\blast four|\bcard\b|\baddress\b|\bphone\b|\bmobile\b|\bbalance\b|\baccount\b|\bstreet\b|\broad\b|\bflat\b/iu,
  zh: /尾号|末尾|收尾|开头|后[三四五六][位码]|身份证|证件|手机|电话|地址|余额|户号|住/u,
};
/** Shorter numbers are said before by chance. */
const TELLING_DIGITS = 3;
const LAST_DIGITS = 4;

interface Said {
  readonly turn: number;
  readonly digits: string;
  readonly fromChar: number;
}

const numbersBy = (call: HeardCall, wanted: 'agent' | 'customer'): Said[] =>
  call.turns.flatMap(({ index, speaker }) =>
    speaker !== wanted
      ? []
      : contentOf(call, index).numbers.map(({ digits, from }) => ({
          ...{ turn: index, digits, fromChar: call.symbolsOf(index).fromChar[from]! },
        })),
  );

/** Numbers that the agent says before the customer does: “the one that ends in 4426?” discloses what should have been asked for. */
function givenAway(acts: CallActs, call: HeardCall, language: Language): number {
  const customers = numbersBy(call, 'customer');
  const isKnown = ({ turn, digits }: Said): boolean => {
    const before = customers.filter((one) => one.turn < turn).map((one) => one.digits);
    const all = before.join('');
    const isPart = (one: string): boolean =>
      one === digits || (one.length >= TELLING_DIGITS && digits.includes(one)) || one.includes(digits);
    return (
      before.some(isPart) ||
      all.includes(digits) ||
      (digits.length > LAST_DIGITS && all.includes(digits.slice(-LAST_DIGITS)))
    );
  };
  const sentenceOf = ({ turn, fromChar }: Said): SaidAct | undefined =>
    acts.sentences.find((one) => one.turn === turn && one.fromChar <= fromChar && one.toChar > fromChar);
  return numbersBy(call, 'agent')
    .filter((one) => one.turn > 1 && one.digits.length >= TELLING_DIGITS && !isKnown(one))
    .map(sentenceOf)
    .filter((one) => one !== undefined && OWN_NUMBER[language].test(acts.textOf(one))).length;
}

function signsOf(acts: CallActs, call: HeardCall, tells: readonly SaidAct[]): Record<NotCheckedSign, number> {
  const { language } = call.transcript;
  const asks = acts.doing('agent', ASKED, MAY_ASK_FROM);
  const customer = acts.sentences.filter(({ speaker }) => speaker === 'customer');
  const told = tells.find((one) => levelOf(one, TOLD) >= TOLD_FROM)?.place ?? Infinity;
  const answers = [...new Set(asks.map(({ turn }) => turn + 1))]
    .map((turn) => acts.turns[turn])
    .filter((one) => one?.speaker === 'customer');
  return {
    told: Math.max(0, ...tells.map((one) => levelOf(one, TOLD))),
    times: Math.min(4, tells.filter((one) => levelOf(one, TOLD) >= MAY_TELL_FROM).length),
    givenAway: Math.min(2, givenAway(acts, call, language)),
    asked: Math.max(0, ...asks.map((one) => levelOf(one, ASKED))),
    asks: Math.min(5, asks.length),
    kinds: Math.min(4, FACTS[language].filter((kind) => asks.some((one) => kind.test(acts.textOf(one)))).length),
    two: asks.some((one) => ASKS_TWO.test(acts.textOf(one))) ? 1 : 0,
    givers: Math.min(6, customer.filter((one) => levelOf(one, GIVEN) >= MAY_GIVE_FROM).length),
    given: Math.min(
      6,
      answers.reduce((all, one) => all + givenIn(one!.text, language), 0),
    ),
    figures: Math.min(
      5,
      customer.filter(({ place, ...one }) => place < told && FIGURES[language].test(acts.textOf(one))).length,
    ),
    confirms: Math.min(3, acts.doing('customer', CONFIRMS, CONFIRMS_FROM).length),
  };
}

/**
 * Weighs what was asked and answered before any account data was disclosed against the rest of the call. Settles doubtful results, and can put
 * clear ones in doubt.
 */
export const weighedIdentity: Course = (acts, call): CourseSays | null => {
  const says = identity(acts, call);
  if (!says || (says.says === 'fault' && says.alone)) return says;
  const { language } = call.transcript;
  const tells = acts
    .doing('agent', TOLD, 1)
    .filter((one) => one.turn > 1 && levelOf(one, ['reads_back']) < levelOf(one, TOLD));
  const points = pointsOf(NOT_CHECKED[language], signsOf(acts, call, tells));
  if (says.says === 'fault') {
    if (points < DROPPED_BELOW) return null;
    // If the agent asked nothing before disclosing, the information may be public, so the agent is not accused.
    const told = tells.find((one) => levelOf(one, TOLD) >= TOLD_FROM)?.place ?? 0;
    const hasAsked = acts.doing('agent', ASKED, MAY_ASK_FROM).some(({ place }) => place < told);
    return hasAsked && points >= ALONE_FROM[language] ? { ...says, alone: true } : says;
  }
  const [first] = [...tells].sort((a, b) => levelOf(b, TOLD) - levelOf(a, TOLD) || a.place - b.place);
  return points >= ASK_FROM && first ? fault('tells_account', [first], false) : says;
};
