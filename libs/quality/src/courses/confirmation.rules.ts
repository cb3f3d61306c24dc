import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

const BACK: readonly Act[] = ['reads_back'];
/** Something of the customer's own that could have been repeated. */
const OWN: readonly Act[] = ['gives_identity', 'facts', 'request', 'trouble'];
const OWN_FROM = 8;
const CONFIRMED: readonly Act[] = ['confirms', 'corrects'];
const CONFIRMED_FROM = 12;
/** A "yes, that's right" next says that something was repeated. */
const ANSWERED = 4;
const DONE_FROM = 12;
/** In English what is not found says nothing: of good labelled conversations one in three has no sentence that looks like it. */
const NOT_ABOVE = { zh: 0, en: -1 };

/** How likely a sentence repeats something, in sixteenths: by itself, and by what the customer says next. */
function likelihood(acts: CallActs, one: SaidAct): number {
  const level = levelOf(one, BACK);
  if (level === 0) return 0;
  const next = acts.sentences.find(({ turn, speaker }) => turn > one.turn && speaker === 'customer');
  return Math.min(15, level + (next && levelOf(next, CONFIRMED) >= CONFIRMED_FROM ? ANSWERED : 0));
}

/** Was anything of the customer's repeated or summed up? Never alone: in one model call of fifteen nothing looks like it. */
export const confirmation: Course = (acts, { transcript: { language } }) => {
  const said = acts.doing('agent', BACK, 1).map((one) => ({ one, level: likelihood(acts, one) }));
  const most = Math.max(0, ...said.map(({ level }) => level));
  if (most >= DONE_FROM) {
    const best = said.filter(({ level }) => level >= DONE_FROM).map(({ one }) => one);
    return fine('reads_back', best);
  }
  if (most > NOT_ABOVE[language] || acts.most('customer', OWN) < OWN_FROM) return null;
  return fault('reads_back', [], false);
};
