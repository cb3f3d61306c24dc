import { type Act } from '../acts/acts.js';
import { levelOf } from '../acts/call-acts.rules.js';
import { fault, type Course } from './course.js';

const AWAY: readonly Act[] = ['sends_elsewhere'];
/** The opposite of sending away: the agent, or the house, does something about it. */
const TAKEN_ON: readonly Act[] = ['takes_on', 'hands_over', 'done', 'offers'];
const TAKEN_FROM = 8;
const ASK_FROM = { zh: 11, en: 13 };
const ALONE_FROM = 14;

/** Sent away, with nothing taken on in the same or a neighbouring turn of the agent's; with something, a person looks. */
export const deflection: Course = (acts, { transcript: { language } }) => {
  const from = ASK_FROM[language];
  const away = acts
    .doing('agent', AWAY, from)
    .filter((one) => levelOf(one, TAKEN_ON) < TAKEN_FROM)
    .sort((a, b) => levelOf(b, AWAY) - levelOf(a, AWAY) || a.place - b.place);
  const [first] = away;
  if (!first) return null;
  const taken = acts
    .doing('agent', TAKEN_ON, TAKEN_FROM)
    .some((one) => acts.turnsBetween(first, one) <= 1 && levelOf(one, AWAY) < from);
  return fault('sends_elsewhere', away, !taken && levelOf(first, AWAY) >= ALONE_FROM);
};
