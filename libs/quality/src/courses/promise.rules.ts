import { type Language } from '#contracts';
import { namesTime, type FoundCommitment } from '#commitments/rules';
import { type HeardCall, type Query } from '../call/heard-call.js';
import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { commitmentsIn } from '../checks/commitments-in.rules.js';
import { fault, fine, type Course } from './course.js';

const UNTIMED: readonly Act[] = ['next_untimed'];
const TIMED: readonly Act[] = ['next_timed'];
const STEP: readonly Act[] = ['takes_on', 'hands_over', 'next_untimed'];
const TIME: Query = { lookFor: ['time_given'], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [] };
const ASK_FROM = { zh: 12, en: 11 };
const TIMED_FROM = 6;
const STEP_FROM = 13;

/** What is done while the customer is there needs no time. */
const AT_ONCE =
  /\b(?:right (?:away|now)|straight ?away|just now|this (?:very )?(?:second|minute|moment)|while you(?:'re| are) on|let me|have a look)\b|马上|现在|这就|当场|立刻|立马|一下/iu;

/** What others do, or what is done once the call is over, is not done at once, however soon it is said to be. */
const LATER =
  /\b(?:get(?:ting)? back to you|(?:call|ring|phone|text|email) you|be in touch|some(?:one|body) will|as soon as)\b|尽快|尽早|会有人|有人会|联系[您你]|回电|回复[您你]|通知[您你]|答复[您你]/iu;

/** A customer who asks when it will be has not been told. */
const WHEN = {
  en: /\b(?:when(?:'s|'ll|'d)?|how (?:long|soon|quick|many (?:days|hours|weeks))|what (?:time|day)|which day|by what)\b/iu,
  zh: /什么时[候间]|啥时[候间]?|啥辰光|几时|几点|几号|[要得等]几[天日]|哪[天日]|礼拜几|星期几|周几|多久|多长时间|多少天|甚麼時|什麼時|幾時|幾點|[要得等]幾天|幾號|哪天|點時|边日/u,
};

/** Only offered, or done already: nothing is still to come. */
const OFFERED =
  /\bif you(?:'d)? (?:like|want|need|prefer|wish)\b|\bwould you like\b|\bshall i\b|\bdo you want\b|(?:如果?|若|要)[您你]?(?:有)?需要|需要的话|要不要/iu;
const DONE = /已[经經为為给給帮幫]/u;
const STILL_TO_COME = /[会會将將再等]/u;

const isAtOnce = (text: string): boolean =>
  (AT_ONCE.test(text) && !LATER.test(text)) || OFFERED.test(text) || (DONE.test(text) && !STILL_TO_COME.test(text));

/** A time for a promise is said so many turns before it, or after. */
const TIME_BEFORE = 4;

/** Sentences that say when something will be: a likely one has to name a time, since "before he comes" looks like one. */
function timedIn(acts: CallActs, call: HeardCall): SaidAct[] {
  const heard = call.hear(TIME);
  return acts.doing('agent', TIMED, TIMED_FROM).filter((one) => {
    const names = namesTime(acts.textOf(one), call.transcript.language);
    return (
      names ||
      heard.some(({ turn, fromChar }) => turn === one.turn && fromChar >= one.fromChar && fromChar < one.toChar)
    );
  });
}

const sentenceOf = (acts: CallActs, { turn, fromChar }: FoundCommitment): SaidAct | undefined =>
  acts.sentences.find((one) => one.turn === turn && one.fromChar <= fromChar && one.toChar > fromChar);

/** Words promise something of which no time is told, neither by them nor by what sentences around do. */
function promisedOpenly(acts: CallActs, call: HeardCall, timed: readonly SaidAct[]): boolean {
  const isOpen = (one: FoundCommitment): boolean => {
    const sentence = sentenceOf(acts, one);
    return one.time === null && !(sentence && isAtOnce(acts.textOf(sentence)));
  };
  return commitmentsIn(call).some((one) => isOpen(one) && timed.every(({ turn }) => turn < one.turn - TIME_BEFORE));
}

/** What will happen, and when is not said: told so surely that it is held against the agent where no time is told from a little before it on. */
const SURELY_FROM = 15;
/** What is said before the matter is known promises nothing yet: "I'll see what I can do." */
const MATTER_FROM = 4;

/** What will happen, without a time; alone where no time of anything that will happen is told in the call. */
export const promise: Course = (acts, call) => {
  const { language } = call.transcript;
  const timed = timedIn(acts, call);
  const heard = call.hear(TIME);
  const isTimed = (turn: number): boolean => [...timed, ...heard].some((one) => one.turn === turn);
  const unanswered = whenUnanswered(acts, language, isTimed);
  if (unanswered) return fault('next_untimed', unanswered, true);
  const isEarly = ({ turn }: SaidAct): boolean => turn < MATTER_FROM;
  const isOpen = (one: SaidAct): boolean =>
    !isAtOnce(acts.textOf(one)) && !namesTime(acts.textOf(one), language) && !isEarly(one);
  const untimed = acts
    .doing('agent', UNTIMED, ASK_FROM[language])
    .filter(isOpen)
    .sort((a, b) => levelOf(b, UNTIMED) - levelOf(a, UNTIMED) || a.place - b.place);
  const surely = untimed.filter(
    (one) => levelOf(one, UNTIMED) >= SURELY_FROM && timed.every(({ turn }) => turn < one.turn - TIME_BEFORE),
  );
  if (surely.length > 0) return fault('next_untimed', surely, true);
  // Where words promise something with its time, less than that says nothing.
  const isKept = commitmentsIn(call).some(({ time }) => time !== null);
  const open = untimed.filter(({ turn }) => !isTimed(turn));
  if (open.length > 0 && !isKept) return fault('next_untimed', open, timed.length + heard.length === 0);
  const steps = acts.doing('agent', STEP, STEP_FROM).filter(isOpen);
  if (timed.length + heard.length === 0 && steps.length > 0) return fault('next_untimed', steps, false);
  if (promisedOpenly(acts, call, timed)) return null;
  return timed.length > 0 || steps.length === 0 ? fine('next_timed', []) : null;
};

const NO_ANSWER_FROM = 7;
const PROMISED_FROM = 9;

/** Asked when it will be, the agent names no time, then or in the next turn, of something that will happen. */
function whenUnanswered(acts: CallActs, language: Language, isTimed: (turn: number) => boolean): SaidAct[] | null {
  for (const question of acts.sentences.filter((one) => one.speaker === 'customer')) {
    const text = acts.textOf(question);
    if (!WHEN[language].test(text) || question.turn < 4) continue;
    const next = acts.turns
      .slice(question.turn + 1)
      .filter(({ speaker }) => speaker === 'agent')
      .slice(0, 2);
    if (next.length === 0 || next.some(({ index }) => isTimed(index))) continue;
    const reply = acts.sentences.filter(({ turn }) => turn === next[0]!.index);
    // "I couldn't tell you" to a customer to whom nothing was promised breaks no promise.
    const empty = reply.filter((one) => levelOf(one, UNTIMED) >= NO_ANSWER_FROM);
    const promised = acts
      .doing('agent', UNTIMED, PROMISED_FROM)
      .filter(({ turn }) => turn < question.turn && turn >= question.turn - 1);
    if (empty.length > 0 || promised.length > 0) return [...promised, ...empty];
  }
  return null;
}
