import { type Query } from '../../call/heard-call.js';
import { type Act } from '../acts.js';
import { levelOf } from '../call-acts.rules.js';
import { fault, type Course } from './course.js';

const UNTIMED: readonly Act[] = ['next_untimed'];
const TIMED: readonly Act[] = ['next_timed'];
const TIME: Query = { lookFor: ['time_given'], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [] };
const ASK_FROM = 12;
const ALONE_FROM = 15;
const TIMED_FROM = 7;

/** What will happen, without a time; a time in the same or a neighbouring turn of the agent's is one. */
export const promise: Course = (acts, call) => {
  const times = call.hear(TIME);
  const timed = acts.doing('agent', TIMED, TIMED_FROM);
  const open = acts
    .doing('agent', UNTIMED, ASK_FROM)
    .filter(
      (one) =>
        levelOf(one, TIMED) < TIMED_FROM && [...timed, ...times].every((other) => acts.turnsBetween(one, other) > 1),
    )
    .sort((a, b) => levelOf(b, UNTIMED) - levelOf(a, UNTIMED) || a.place - b.place);
  const [first] = open;
  return first ? fault('next_untimed', open, levelOf(first, UNTIMED) >= ALONE_FROM) : null;
};
