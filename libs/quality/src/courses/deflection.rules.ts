import { type Act } from '../acts/acts.js';
import { levelOf, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, type Course } from './course.js';

const AWAY: readonly Act[] = ['sends_elsewhere'];
/** The opposite of sending away: the agent, or the house, does something about it. */
const TAKEN_ON: readonly Act[] = ['takes_on', 'hands_over', 'done'];
const TAKEN_FROM = 9;
const ASK_FROM = { zh: 11, en: 9 };
const ASK_ALONE_FROM = 14;
const ALONE_FROM = { zh: 12, en: 11 };
/** What goes with being sent away: a second sentence that leads nowhere, or a customer who is left with it. */
const STUCK: readonly Act[] = ['stuck', 'not_ours'];
const LEFT: readonly Act[] = ['unsettled', 'upset', 'insists'];
const BESIDE_FROM = { stuck: 11, left: 11 };

/** Sent away, with nothing taken on in the same or a neighbouring turn of the agent's; with something, or on one sentence alone, a person looks. */
export const deflection: Course = (acts, { transcript: { language } }) => {
  const away = acts
    .doing('agent', AWAY, ASK_FROM[language])
    .filter((one) => levelOf(one, TAKEN_ON) < levelOf(one, AWAY))
    .sort((a, b) => levelOf(b, AWAY) - levelOf(a, AWAY) || a.place - b.place);
  const [first] = away;
  if (!first) return null;
  const near = (one: SaidAct): boolean => acts.turnsBetween(first, one) <= 1;
  const taken = acts
    .doing('agent', TAKEN_ON, TAKEN_FROM)
    .some((one) => near(one) && levelOf(one, AWAY) < ASK_FROM[language]);
  const beside =
    acts.doing('agent', STUCK, BESIDE_FROM.stuck).some((one) => one.place !== first.place && near(one)) ||
    acts
      .doing('customer', LEFT, BESIDE_FROM.left)
      .some(({ place, turn }) => place > first.place && turn <= first.turn + 1);
  if (!beside && levelOf(first, AWAY) < ASK_ALONE_FROM) return null;
  return fault('sends_elsewhere', away, !taken && beside && levelOf(first, AWAY) >= ALONE_FROM[language]);
};
