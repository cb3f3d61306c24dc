import { type Query } from '../call/heard-call.js';
import { type Act } from '../acts/acts.js';
import { levelOf } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

const UNTIMED: readonly Act[] = ['next_untimed'];
const TIMED: readonly Act[] = ['next_timed'];
const STEP: readonly Act[] = ['takes_on', 'hands_over', 'next_untimed'];
const TIME: Query = { lookFor: ['time_given'], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [] };
const ASK_FROM = { zh: 12, en: 11 };
const TIMED_FROM = 7;
const STEP_FROM = 13;

/** What is done while the customer is there needs no time. */
const AT_ONCE =
  /\b(?:right (?:away|now)|straight ?away|just now|this (?:very )?(?:second|minute|moment)|while you(?:'re| are) on|let me|have a look)\b|马上|现在|这就|当场|立刻|立马|一下/iu;

/** What others do, or what is done once the call is over, is not done at once, however soon it is said to be. */
const LATER =
  /\b(?:get(?:ting)? back to you|(?:call|ring|phone|text|email) you|be in touch|some(?:one|body) will|as soon as)\b|尽快|尽早|会有人|有人会|联系[您你]|回电|回复[您你]|通知[您你]|答复[您你]/iu;

const isAtOnce = (text: string): boolean => AT_ONCE.test(text) && !LATER.test(text);

/** What will happen, without a time in the same turn; alone where no time of anything that will happen is told in the call. */
export const promise: Course = (acts, call) => {
  const { language } = call.transcript;
  const timed = acts.doing('agent', TIMED, TIMED_FROM);
  const times = [...timed, ...call.hear(TIME)];
  const open = acts
    .doing('agent', UNTIMED, ASK_FROM[language])
    .filter((one) => times.every(({ turn }) => turn !== one.turn) && !isAtOnce(acts.textOf(one)))
    .sort((a, b) => levelOf(b, UNTIMED) - levelOf(a, UNTIMED) || a.place - b.place);
  if (open.length > 0) return fault('next_untimed', open, times.length === 0);
  const steps = acts.doing('agent', STEP, STEP_FROM).filter((one) => !isAtOnce(acts.textOf(one)));
  if (times.length === 0 && steps.length > 0) return fault('next_untimed', steps, false);
  return timed.length > 0 || steps.length === 0 ? fine('next_timed', []) : null;
};
