import { type ConfirmationSign } from './signs.js';
import { type LogOdds, type Points } from './log-odds.rules.js';
import { type OutcomeSign } from './signs.js';
import { type TroubleSign } from './signs.js';

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

/**
 * The agent owned the matter: solved it, answered, or arranged what comes next. In tenths of log-odds, whole numbers, so that the same
 * signs give the same sum everywhere. Fitted by `npm run eval -- --fit`.
 */
export const OWNED: Points<OutcomeSign> = {
  start: 21,
  weights: {
    done: 2,
    step: 3,
    passed: 6,
    details: 3,
    asked: 2,
    explanation: 3,
    statement: 7,
    nothing: -5,
    emptyHanded: -5,
    emptyInTrouble: -8,
    fineOnly: -2,
    fineLast: 0,
    deflection: -7,
    elsewhere: -3,
    unable: -3,
    unableInTrouble: -4,
    awayLast: -8,
    arrangedLast: 6,
    grave: -5,
    content: 7,
    objects: -5,
    objectsLast: -3,
    lastWord: -2,
    objectsTwice: -1,
    unanswered: -4,
  },
};

/** Below the first, readers are sure that the agent did not own the matter, and the agent may be accused; from the second on the agent did; between, a person is asked. */
export interface OwnershipZones {
  readonly notOwnedBelow: number;
  readonly ownedFrom: number;
}
export const OWNERSHIP_ZONES: OwnershipZones = { notOwnedBelow: -4, ownedFrom: 5 };
