import { type Act } from '../acts/acts.js';
import { type CallActs, levelOf, type SaidAct } from '../acts/call-acts.rules.js';
import { faultOverWords, fine, type Course } from './course.js';

const STUCK: readonly Act[] = ['stuck'];
const FORWARD: readonly Act[] = ['forward'];
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
    .filter((one) => matters(one) && levelOf(one, FORWARD) < levelOf(one, STUCK))
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
    .filter((one) => one.place > stuck.place - 4)
    .at(-1);
  const content = acts.doing('customer', CONTENT, CONTENT_FROM).filter(before).at(-1);
  if (content && (!open || open.place < content.place)) return null;
  // It is told by the last of it, whatever words of a way forward a rule heard before.
  return faultOverWords(
    'stuck',
    open ? [stuck, open] : [stuck],
    open !== undefined && levelOf(stuck, STUCK) >= ALONE_FROM[language],
  );
};
