import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { type HeardCall } from '../call/heard-call.js';
import { readBacksOf, type ReadBack, type ReadBackKind } from '../conversation/read-backs.rules.js';
import { faultOverWords, fine, type Course } from './course.js';
import { pointsOf, UNCONFIRMED, type UnconfirmedSign } from './fitted.js';
import { numbersRepeated, repeatedIn } from './repeated.rules.js';

const BACK: readonly Act[] = ['reads_back'];
const CONFIRMS: readonly Act[] = ['confirms'];
/** What a piece that is repeated adds to the posterior, in sixteenths, and how many count. */
const OF_PIECE = 2;
const MOST_PIECES = 6;
/** Figures are what has to be repeated: without two sentences of them there may have been nothing to repeat. */
const FIGURE = {
  en: /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand)\b/iu,
  zh: /\d|[〇零一二三四五六七八九十百千幺两]{2,}/u,
};
const LEAST_FIGURES = 2;
const LEAST_FIGURES_ALONE = { zh: 2, en: 3 };
/** A letter and its answer, or a chat of a few lines, repeat less than a conversation. */
const LEAST_TURNS = 9;
/** What was taken out of the words may have been what was repeated. */
const TAKEN_OUT = /\[[^\]]{1,20}\]/u;
/** In tenths of log-odds. */
const ASK_FROM = { zh: 0, en: 5 };
const ALONE_FROM = { zh: 12, en: 20 };
/** From here on it may have been done, and surely was. */
const MAY_BE_FROM = 12;
const DONE_FROM = 16;
const BACK_FROM = 5;
/** From this signal on, words of the customer's are surely repeated. */
const CLEAR = 0.55;
const CONFIRMS_FROM = 9;

/** Sentences of the customer's that say yes to one of the agent's that may repeat something. */
const confirmed = (acts: CallActs): number =>
  acts
    .doing('customer', CONFIRMS, CONFIRMS_FROM)
    .filter((one) => acts.doing('agent', BACK, BACK_FROM).some(({ turn }) => turn === one.turn - 1)).length;

/** Whole numbers, each up to its most: what weighs for and against that nothing was repeated. */
function signsOf(
  acts: CallActs,
  call: HeardCall,
  repeated: ReadonlyMap<SaidAct, number>,
  figures: number,
): Record<UnconfirmedSign, number> {
  const told = likelihoods(repeated);
  const numbers = numbersRepeated(call);
  const back = readBacksOf(call);
  const heard = (kind: ReadBackKind): ReadBack[] => back.filter((one) => one.kind === kind);
  const words = ({ turn, fromChar, toChar }: ReadBack): string => call.turns[turn]!.text.slice(fromChar, toChar);
  return {
    most: Math.min(16, told[0] ?? 0),
    second: Math.min(14, told[1] ?? 0),
    third: Math.min(12, told[2] ?? 0),
    back: acts.most('agent', BACK),
    pieces: Math.min(6, Math.max(0, ...repeated.values())),
    anyNumber: numbers.repeated > 0 ? 1 : 0,
    numbers: Math.min(4, numbers.repeated),
    given: Math.min(5, numbers.given),
    figures: Math.min(8, figures),
    confirms: Math.min(3, confirmed(acts)),
    turns: Math.min(24, acts.turns.length),
    check: Math.round(4 * Math.max(0, ...heard('check').map(({ signal }) => signal))),
    checks: Math.min(4, heard('check').filter(({ signal }) => signal >= CLEAR).length),
    echoes: Math.min(6, heard('echo').filter(({ signal }) => signal >= CLEAR).length),
    details: Math.min(6, new Set([...heard('detail'), ...heard('number')].map(words)).size),
  };
}

const likelihood = (one: SaidAct, pieces: number): number =>
  levelOf(one, BACK) + OF_PIECE * Math.min(MOST_PIECES, pieces);

const likelihoods = (repeated: ReadonlyMap<SaidAct, number>): number[] =>
  [...repeated].map(([one, pieces]) => likelihood(one, pieces)).sort((a, b) => b - a);

/** Was anything of the customer's repeated or summed up? Told by the sentences, by what of the customer's own is in them, and by how much there was to repeat. */
export const confirmation: Course = (acts, call) => {
  const { language } = call.transcript;
  const repeated = repeatedIn(acts, language);
  const best = [...repeated].filter(([one, pieces]) => likelihood(one, pieces) >= DONE_FROM).map(([one]) => one);
  if (best.length > 0) return fine('reads_back', best);
  const figures = acts.sentences.filter(
    (one) => one.speaker === 'customer' && FIGURE[language].test(acts.textOf(one)),
  ).length;
  const points = pointsOf(UNCONFIRMED[language], signsOf(acts, call, repeated, figures));
  if (figures >= LEAST_FIGURES && points >= ASK_FROM[language]) {
    const wholly =
      acts.turns.length >= LEAST_TURNS &&
      acts.turns.every(({ speaker, text }) => speaker !== 'agent' || !TAKEN_OUT.test(text));
    const alone = wholly && figures >= LEAST_FIGURES_ALONE[language] && points >= ALONE_FROM[language];
    return faultOverWords('reads_back', [], alone);
  }
  return (likelihoods(repeated)[0] ?? 0) >= MAY_BE_FROM ? fine('reads_back', []) : null;
};
