import { type Act } from '../acts/acts.js';
import { levelOf, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';
import { repeatedIn } from './repeated.rules.js';

const BACK: readonly Act[] = ['reads_back'];
/** Something of the customer's own that could have been repeated. */
const OWN: readonly Act[] = ['gives_identity', 'facts', 'request', 'trouble'];
const OWN_FROM = 8;
/** What a piece that is repeated adds to the posterior, in sixteenths, and how many count. */
const OF_PIECE = 2;
const MOST_PIECES = 6;
/** Figures are what has to be repeated: without two of them there may have been nothing to repeat. */
const FIGURE = {
  en: /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand)\b/iu,
  zh: /\d|[〇零一二三四五六七八九十百千幺两]{2,}/u,
};
const LEAST_FIGURES = 2;
/** At most so likely, a person is asked whether anything was repeated. */
const ASK_TO = { zh: 9, en: 6 };
/** From here on it may have been done, and surely was. */
const MAY_BE_FROM = 12;
const DONE_FROM = { zh: 16, en: 16 };

/** Was anything of the customer's repeated or summed up? Told by the sentence, and by what of the customer's own is in it. Never alone: in written conversations what is repeated is less than that. */
export const confirmation: Course = (acts, { transcript: { language } }) => {
  const repeated = repeatedIn(acts, language);
  const likelihood = (one: SaidAct): number =>
    levelOf(one, BACK) + OF_PIECE * Math.min(MOST_PIECES, repeated.get(one) ?? 0);
  const most = Math.max(0, ...[...repeated.keys()].map(likelihood));
  if (most >= DONE_FROM[language]) {
    const best = [...repeated.keys()].filter((one) => likelihood(one) >= DONE_FROM[language]);
    return fine('reads_back', best);
  }
  if (most > ASK_TO[language]) return most >= MAY_BE_FROM ? fine('reads_back', []) : null;
  const figures = acts.doing('customer', OWN, OWN_FROM).filter((one) => FIGURE[language].test(acts.textOf(one)));
  if (figures.length < LEAST_FIGURES) return null;
  return fault('reads_back', [], false);
};
