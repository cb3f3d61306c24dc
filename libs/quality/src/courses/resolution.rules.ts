import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { type CallActs, levelOf, type SaidAct } from '../acts/call-acts.rules.js';
import { faultOverWords, fine, type Course } from './course.js';

const STUCK: readonly Act[] = ['stuck'];
const FORWARD: readonly Act[] = ['forward'];
const AWAY: readonly Act[] = ['sends_elsewhere', 'not_ours'];
const LEFT: readonly Act[] = ['vague', 'refuses', 'dismisses'];
const TIMED: readonly Act[] = ['next_timed'];
const ASK_FROM = { zh: 12, en: 14 };
const ALONE_FROM = { zh: 14, en: 14 };
const FORWARD_FROM = 9;
const OPEN: readonly Act[] = ['unsettled', 'insists', 'anger'];
const OPEN_FROM = 10;
const CONTENT: readonly Act[] = ['settled'];
const CONTENT_FROM = 11;
/** Words of leave and of service say nothing of how the matter stands. */
const SERVICE: readonly Act[] = ['anything_else', 'thanks', 'farewell', 'greets', 'offers_help', 'holds'];
const SERVICE_FROM = 6;

export const matters = (one: SaidAct): boolean => levelOf(one, SERVICE) < SERVICE_FROM;

/** Says that it is the business of others, in words of which acts know only that they lead nowhere. */
const NOT_OURS =
  /\bget involved\b|\bnot (?:our|my) (?:department|job|business|problem|area|remit|side)\b|\bnothing to do with us\b|\bbetween you and\b|不归我们|不是我们(?:的事|部门|管)|跟我们没关系|我们不管|管不着/iu;

/** A short answer to thanks ("这有啥子嘛", "don't be daft") is modest, and is no dead end. */
const MODEST = { zh: 10, en: 32 };
const THANKS: Record<Language, RegExp> = {
  zh: /谢|多亏|辛苦|麻烦[您你]了/u,
  en: /\bthank|\bcheers\b|\bmuch obliged|\blifesaver|\bappreciate/iu,
};
const NEGATED_THANKS = /不[^，,。]{0,4}谢|\bno thank|\bthanks for nothing/iu;
export function isModest(acts: CallActs, one: SaidAct, language: Language): boolean {
  const thanked = acts.turns[one.turn - 1];
  return (
    one.fromChar === 0 &&
    one.toChar <= MODEST[language] &&
    thanked?.speaker === 'customer' &&
    THANKS[language].test(thanked.text) &&
    !NEGATED_THANKS.test(thanked.text)
  );
}

/** Who says goodbye in so many words leaves, and shows by it nothing that is open. */
const PARTS =
  /拜拜|拜了|再见|再会|回见|回聊|晚安|\b(?:good)?bye\b|\bbye-?bye|\bcheerio|\bta-?ra\b|\bsee (?:you|ya)\b|\btake care\b/iu;
const GRUDGING = /\bguess\b|\bsuppose\b|\bnothing\b|\bthen\b|吧|算了|白/iu;
export const parts = (acts: CallActs, one: SaidAct): boolean =>
  one.speaker === 'customer' &&
  one.turn >= acts.turns.length - 2 &&
  PARTS.test(acts.textOf(one)) &&
  !GRUDGING.test(acts.textOf(one));

/** A call ends in so many turns. */
const END = 10;
const ON_ITS_WAY_FROM = 11;
const TIMED_FROM = 6;
const NOT_STUCK = 5;

/** Late agent sentences that give a next step with a time; empty if any late sentence is a dead end. */
function leadsOn(acts: CallActs): SaidAct[] {
  const late = acts.sentences.filter(({ speaker, turn }) => speaker === 'agent' && turn >= acts.turns.length - END);
  if (late.some((one) => matters(one) && levelOf(one, STUCK) > NOT_STUCK)) return [];
  if (!late.some((one) => levelOf(one, TIMED) >= TIMED_FROM)) return [];
  return late.filter((one) => levelOf(one, FORWARD) >= ON_ITS_WAY_FROM);
}

/** How the call ends for the customer: the last that was made of the matter leads nowhere, and nothing settles it after. */
export const resolution: Course = (acts, { transcript: { language } }) => {
  const stuck = acts
    .doing('agent', STUCK, ASK_FROM[language])
    .filter((one) => matters(one) && !isModest(acts, one, language) && levelOf(one, FORWARD) < levelOf(one, STUCK))
    .at(-1);
  if (!stuck) {
    const onward = leadsOn(acts);
    return onward.length > 0 ? fine('forward', onward, true) : null;
  }
  const after = (one: SaidAct): boolean => one.place > stuck.place && matters(one);
  if (acts.doing('agent', FORWARD, FORWARD_FROM).some(after)) return null;
  // "No, that's all" answers the question for anything else: it is no content.
  const asked = acts.doing('agent', ['anything_else'], SERVICE_FROM).filter(({ place }) => place > stuck.place)[0];
  const before = (one: SaidAct): boolean => after(one) && (!asked || one.place < asked.place);
  const open = acts
    .doing('customer', OPEN, OPEN_FROM)
    .filter((one) => one.place > stuck.place - 4 && !parts(acts, one))
    .at(-1);
  const content = acts.doing('customer', CONTENT, CONTENT_FROM).filter(before).at(-1);
  if (content && (!open || open.place < content.place)) return null;
  // Who is sent away is a matter of another item; that this one is unsettled, too, needs a customer who shows it.
  const isSentAway = NOT_OURS.test(acts.textOf(stuck)) || levelOf(stuck, AWAY) >= levelOf(stuck, LEFT);
  if (!open && isSentAway) return null;
  // It is told by the last of it, whatever words of a way forward a rule heard before.
  return faultOverWords(
    'stuck',
    open ? [stuck, open] : [stuck],
    open !== undefined && levelOf(stuck, STUCK) >= ALONE_FROM[language],
  );
};
