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
  zh: /谢|多亏|辛苦(?![您你])/u,
  en: /\bthank|\bcheers\b|\bmuch obliged|\blifesaver|(?<!(?:\bwould|['’]d)(?: \w+)? )\bappreciate/iu,
};
/** Thanks that are none, and what may follow thanks: a question, a request or an objection, which no modest word answers. */
const NO_THANKS =
  /不[^，,。]{0,4}谢|先谢|\bno thank|\bthanks for nothing|\bin advance\b|(?:['’](?:d|ll)|\bwould|\bwill) thank/iu;
const MORE: Record<Language, RegExp> = {
  zh: /[?？吗]|呢|怎么|什么|能不能|可不可以|麻烦|但|可是|不过|只是|还[是没]|没(?:有)?(?:解决|办|弄|修)/u,
  en: /[?]|\b(?:but|though|although|however|except|still|yet|if)\b|\b(?:can|could|would|will) (?:you|I|we)\b|(?:n['’]t|\bnot) (?:\w+ )?(?:help|work|solve|fix|settle|answer|good enough|sorted|solved|fixed|what I)/iu,
};
const MORE_OPEN_FROM = 6;
export function isModest(acts: CallActs, one: SaidAct, language: Language): boolean {
  const thanked = acts.turns[one.turn - 1];
  if (thanked?.speaker !== 'customer' || !THANKS[language].test(thanked.text)) return false;
  if (NO_THANKS.test(thanked.text) || MORE[language].test(thanked.text)) return false;
  const isOpen = acts.doing('customer', OPEN, MORE_OPEN_FROM).some(({ turn }) => turn === one.turn - 1);
  return !isOpen && one.fromChar === 0 && one.toChar <= MODEST[language];
}

/** Who says goodbye, and nothing but goodbye, leaves: it shows nothing that is open. */
const PARTS =
  /拜拜|拜了|再见|再会|回见|回聊|晚安|\b(?:good)?bye\b|\bbye-?bye|\bcheerio|\bta-?ra\b|\bsee (?:you|ya)\b|\btake care\b/iu;
/** What goes with a goodbye: yes, thanks and good wishes. */
const WITH_GOODBYE =
  /托[您你]的?福|谢谢|多谢|感谢|辛苦|好的?|没事|就这样|先这样|祝[您你]?|生活愉快|工作顺利|[您你啊哦噢嗯哎唉呀哈啦嘞喽了行那就先啊再]|\b(?:ok(?:ay)?|right|all ?right|well|now|for|thanks?|thank|you|very|so|much|a|lot|cheers|ta|lovely|great|grand|brilliant|perfect|fine|good|have|nice|day|night|evening|weekend|too|and|love|dear|mate|pet|later|soon|speak|yes|yeah|bless|god|oh)\b|[^\p{L}\p{N}]/giu;
export const parts = (acts: CallActs, one: SaidAct): boolean =>
  one.speaker === 'customer' &&
  one.turn >= acts.turns.length - 2 &&
  PARTS.test(acts.textOf(one)) &&
  acts.textOf(one).replace(new RegExp(PARTS, 'giu'), ' ').replace(WITH_GOODBYE, '') === '';

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
