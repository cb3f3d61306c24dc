import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { type HeardCall, type Query } from '../call/heard-call.js';
import { situationOf } from '../conversation/situation.rules.js';
import { fault, fine, type Course } from './course.js';

const SEEN: readonly Act[] = ['acknowledges'];
const TROUBLE: readonly Act[] = ['upset'];
const SEEN_FROM = { zh: 4, en: 8 };
const SEEN_ALONE_FROM = { zh: 7, en: 9 };
/** Of the calls that thresholds were set on, every agent who passed trouble over had nothing above, and every customer's trouble was told as clearly. */
const NOT_ABOVE = 2;
const NO_TROUBLE_BELOW = 11;
const TROUBLE_FROM = 13;
const TROUBLE_ALONE_FROM = 14;
/** What an answer is made of that goes straight to business. */
export const BUSINESS: readonly Act[] = [
  ...(['asks_identity', 'asks_detail', 'takes_on', 'done', 'forward', 'checked', 'tells_account', 'explains'] as const),
  ...(['greets', 'offers_help', 'holds', 'reads_back', 'next_timed', 'offers'] as const),
];
const BUSINESS_FROM = 7;

/** "Oh no, …", 哎呀: feeling is shown, though in words that no example has. */
export const FEELS =
  /^(?:oh|ah|aw+|ach|och|oof|ouch|gosh|goodness|blimey|crikey|strewth|heavens?|dear|shame|yikes|wow|lord|jeez|pole)\b|^[哎唉哦啊呀哇嗐咦哟欸噢]|^天[哪呐啊]/iu;

/** The sentences that answer what a customer said. */
export function answerTo(acts: CallActs, { place }: SaidAct): SaidAct[] {
  const next = acts.sentences.find((one) => one.place > place && one.speaker === 'agent');
  return acts.sentences.filter(({ turn }) => turn === next?.turn);
}

/** Are words of comfort said where trouble is answered? */
export const isComforted = (call: HeardCall, answer: readonly SaidAct[]): boolean =>
  call.hear(COMFORT).some(({ turn }) => answer.some((one) => one.turn === turn));
const COMFORT: Query = {
  lookFor: ['apology', 'acknowledgement', 'reassurance'],
  notWithin: ['not_apology'],
  speaker: 'agent',
  zone: 'anywhere',
  atStart: false,
};

/** Trouble that was told, and seen. */
export const empathy: Course = (acts, call) => {
  const { language } = call.transcript;
  const [seen, trouble] = [acts.most('agent', SEEN), acts.most('customer', TROUBLE)];
  if (seen >= SEEN_FROM[language]) {
    return fine('acknowledges', acts.doing('agent', SEEN, SEEN_FROM[language]), seen >= SEEN_ALONE_FROM[language]);
  }
  if (seen > NOT_ABOVE) return fine('acknowledges', []);
  if (trouble < NO_TROUBLE_BELOW) return fine('upset', []);
  const surely = acts.doing('customer', TROUBLE, TROUBLE_FROM);
  const told = surely.length > 0 ? surely : acts.doing('customer', TROUBLE, NO_TROUBLE_BELOW);
  const answer = told[0] ? answerTo(acts, told[0]) : [];
  if (answer.some((one) => FEELS.test(acts.textOf(one)))) return fine('acknowledges', []);
  const isBare =
    surely.length > 0 && answer.length > 0 && answer.every((one) => levelOf(one, BUSINESS) >= BUSINESS_FROM);
  const isQuestion = situationOf(call).kind === 'question';
  if (isBare) return fault('upset', told, trouble >= TROUBLE_ALONE_FROM && !isQuestion);
  // Words of comfort that answer no trouble, as "take care of you" in an opening, are borne out by no sentence either.
  return isQuestion || isComforted(call, answer) ? null : fault('upset', told, false);
};
