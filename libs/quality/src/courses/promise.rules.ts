import { type Query } from '../call/heard-call.js';
import { type Act } from '../acts/acts.js';
import { levelOf } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

const UNTIMED: readonly Act[] = ['next_untimed'];
const TIMED: readonly Act[] = ['next_timed'];
const TIME: Query = { lookFor: ['time_given'], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [] };
const ASK_FROM = { zh: 13, en: 12 };
const TIMED_FROM = 7;
const DENIED_BELOW = 3;

/** What will happen, without a time in the same turn. Never alone: a time said elsewhere may belong to it. */
export const promise: Course = (acts, call) => {
  const { language } = call.transcript;
  const times = [...acts.doing('agent', TIMED, TIMED_FROM), ...call.hear(TIME)];
  const open = acts
    .doing('agent', UNTIMED, ASK_FROM[language])
    .filter((one) => times.every(({ turn }) => turn !== one.turn))
    .sort((a, b) => levelOf(b, UNTIMED) - levelOf(a, UNTIMED) || a.place - b.place);
  const [first] = open;
  if (!first) return acts.most('agent', UNTIMED) < DENIED_BELOW ? fine('next_timed', []) : null;
  return fault('next_untimed', open, false);
};
