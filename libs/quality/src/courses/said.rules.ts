import { type Act } from '../acts/acts.js';
import { levelOf, type SaidAct } from '../acts/call-acts.rules.js';
import { fine, type Course } from './course.js';

/** In the agent's first turns, or in the second half of the call. */
type Where = 'opening' | 'late';
const OPENING_TURNS = 4;
const MAY_BE_FROM = { opening: 9, late: 5 };
const SAID_FROM = { opening: 12, late: 9 };
/** "Good morning, Northwind." is so often followed by an offer that it looks like one. */
const INTRODUCES: readonly Act[] = ['greets', 'says_company', 'says_name'];

/** Something that is simply said, in whatever words: where no list has them, its act tells it. */
export const said =
  (act: Act, where: Where): Course =>
  (acts, call) => {
    const opening = call.turnsOf({ speaker: 'agent', zone: 'opening' });
    // Once the customer has told the matter, what may be an offer is more often a question about it.
    const isThere = (one: SaidAct): boolean =>
      where === 'late'
        ? one.turn * 2 >= acts.turns.length
        : opening.includes(one.turn) || (one.turn < OPENING_TURNS && levelOf(one, [act]) >= SAID_FROM.opening);
    const there = acts
      .doing('agent', [act], MAY_BE_FROM[where])
      .filter((one) => levelOf(one, INTRODUCES) < levelOf(one, [act]) && isThere(one));
    if (there.length === 0) return null;
    const sure = there.filter((one) => levelOf(one, [act]) >= SAID_FROM[where]);
    return sure.length > 0 ? fine(act, sure, true) : fine(act, there);
  };
