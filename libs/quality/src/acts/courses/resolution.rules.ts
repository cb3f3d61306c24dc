import { type Act } from '../acts.js';
import { levelOf, type CallActs, type SaidAct } from '../call-acts.rules.js';
import { fault, type Course } from './course.js';

const STUCK: readonly Act[] = ['vague', 'refuses', 'sends_elsewhere', 'dismisses', 'not_ours'];
const FORWARD: readonly Act[] = ['done', 'takes_on', 'hands_over', 'next_timed', 'next_untimed', 'offers'];
const OPEN: readonly Act[] = ['unsettled', 'insists', 'anger'];
const CONTENT: readonly Act[] = ['settled'];
const FROM = 8;
/** Words of leave and of service say nothing of how the matter stands. */
const SERVICE: readonly Act[] = ['anything_else', 'thanks', 'farewell', 'greets', 'offers_help', 'holds'];

const matters = (one: SaidAct): boolean => levelOf(one, SERVICE) < FROM;

const lastOf = (acts: CallActs, speaker: 'agent' | 'customer', wanted: readonly Act[], from: number): SaidAct | null =>
  acts.doing(speaker, wanted, from).filter(matters).at(-1) ?? null;

/** How the call ends for the customer: the last that was made of the matter leads nowhere, and nothing settles it after. */
export const resolution: Course = (acts) => {
  const stuck = acts
    .doing('agent', STUCK, FROM)
    .filter((one) => matters(one) && levelOf(one, FORWARD) < levelOf(one, STUCK))
    .at(-1);
  if (!stuck) return null;
  const forward = lastOf(acts, 'agent', FORWARD, FROM);
  if (forward && forward.place > stuck.place) return null;
  const open = lastOf(acts, 'customer', OPEN, FROM);
  const content = acts
    .doing('customer', CONTENT, 11)
    .filter((one) => one.place > stuck.place && matters(one))
    .at(-1);
  if (content && (!open || open.place < content.place)) return null;
  const sentences = open && open.place > stuck.place - 4 ? [stuck, open] : [stuck];
  return fault('vague', sentences, sentences.length === 2 && levelOf(stuck, STUCK) >= 11);
};
