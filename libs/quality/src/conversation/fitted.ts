import { type ConfirmationSign } from './confirmation.rules.js';
import { type LogOdds } from './log-odds.rules.js';
import { type ResolutionSign } from './resolution.rules.js';
import { type TroubleSign } from './trouble.rules.js';

/** Something went wrong for the customer. */
export const TROUBLE: LogOdds<TroubleSign> = {
  start: -1.6,
  weights: {
    told: 1.8,
    toldTwice: 0.5,
    toldEarly: 1.4,
    complained: 1.9,
    upset: 1.6,
    hinted: 0.5,
    denied: 0.9,
    emphatic: 0.3,
    apologised: 0.8,
    acknowledged: 0.6,
    answeredTwice: 0.9,
    takenUp: 1.4,
    brief: 0.4,
  },
};

/** The agent repeated, checked or told with its details what concerns the customer. */
export const CONFIRMED: LogOdds<ConfirmationSign> = {
  start: -0.2,
  weights: {
    number: 2.2,
    detail: 1,
    check: 0.3,
    echo: 0.4,
    lead: 1.8,
    done: 1.6,
    answer: 0.6,
    agreed: 1.1,
    twice: 1.2,
    brief: -0.8,
    trouble: -1.5,
  },
};

/** Somebody owned the matter: solved it, answered, or arranged what comes next. */
export const OWNED: LogOdds<ResolutionSign> = {
  start: 0.2,
  weights: {
    done: 1.7,
    step: 1.4,
    handover: 0.3,
    instruction: 0.1,
    explanation: 0.6,
    statement: 1,
    deflection: -1.7,
    elsewhere: -0.4,
    unable: -1.2,
    unableInTrouble: -1.2,
    stillOpen: -0.6,
    lastInTrouble: -1.3,
    content: 0.4,
    grave: -1.2,
    awayLast: -0.7,
    nothing: -1.2,
  },
};
