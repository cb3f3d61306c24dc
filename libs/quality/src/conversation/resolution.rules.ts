import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { OWNED, OWNERSHIP_ZONES, type OwnershipZones } from './fitted.js';
import { likelihoodOfPoints, pointsOf } from './log-odds.rules.js';
import { outcomeSigns } from './outcome-signs.rules.js';
import { waysOf, type Way, type WayName } from './ways.rules.js';

/**
 * How the customer's matter ended. `resolved`: solved, answered or explained how; `deferred`: the company will get back or arranged a next
 * step; `handed_over`: a colleague took it over; `deflected`: sent away; `none`: it led to nothing.
 */
export const RESOLUTIONS = ['resolved', 'deferred', 'handed_over', 'deflected', 'none'] as const;
export type ResolutionState = (typeof RESOLUTIONS)[number];

/** Did the agent own the matter? `unclear`: readers of such conversations do not agree, so that a person decides. */
export type OwnershipVerdict = 'owned' | 'not_owned' | 'unclear';

export interface Resolution {
  readonly state: ResolutionState;
  readonly verdict: OwnershipVerdict;
  /** A time was given with it. */
  readonly timed: boolean;
  /** 0–1; low where the signs speak against one another. */
  readonly certainty: number;
  /** What says so; for an owned matter what tells most first, else the last that the agent made of it and the customer's objection. */
  readonly heard: readonly Heard[];
}

const STATE: Readonly<Record<WayName, ResolutionState>> = {
  done: 'resolved',
  step: 'deferred',
  passed: 'handed_over',
  details: 'deferred',
  asked: 'deferred',
  instruction: 'resolved',
  explanation: 'resolved',
  statement: 'resolved',
  deflection: 'deflected',
  elsewhere: 'deflected',
  unable: 'deflected',
};

const isForward = ({ name }: Way): boolean => STATE[name] !== 'deflected' && name !== 'asked';

const TIME: Query = { lookFor: ['time_given'], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [] };

/** A time within a turn of what it belongs to. */
const isTimed = (call: HeardCall, found: readonly Way[]): boolean =>
  call.hear(TIME).some((time) => found.some((way) => Math.abs(way.turn - time.turn) <= 1));

/** The signs that tell most of the outcome come first. */
const RANK: readonly WayName[] = ['done', 'step', 'explanation', 'passed', 'details', 'statement', 'instruction'];

/** The last of those that tell most. */
const strongest = (all: readonly Way[]): Way =>
  all.reduce((best, one) => (RANK.indexOf(one.name) <= RANK.indexOf(best.name) ? one : best));

/**
 * The zone of a sum. An agent whose last turn asks something was still at it when the words end, and a matter without a word of a way forward,
 * or with a plain deflection in it, is no owned one however content the customer: a person decides all three.
 */
export function verdictOf(
  points: number,
  {
    asking,
    nothing,
    deflection,
  }: { readonly asking: boolean; readonly nothing: boolean; readonly deflection: boolean },
  { notOwnedBelow, ownedFrom }: OwnershipZones = OWNERSHIP_ZONES,
): OwnershipVerdict {
  if (points < notOwnedBelow) return asking ? 'unclear' : 'not_owned';
  return points < ownedFrom || nothing || deflection ? 'unclear' : 'owned';
}

/** The moment that a failure, or a doubt, rests on: the last that the agent made of the matter, and what the customer said to it. */
function momentOf(call: HeardCall): Heard[] {
  const { found, fine, objections } = waysOf(call);
  const last =
    [...found.filter((one) => !isForward(one)), ...fine].sort((a, b) => a.turn - b.turn).at(-1) ?? found.at(-1);
  const objection = objections.at(-1);
  return [...(last ? [last] : []), ...(objection ? [objection] : [])];
}

function weigh(call: HeardCall): Resolution {
  const signs = outcomeSigns(call);
  const { found, endsAsking } = waysOf(call);
  const points = pointsOf(OWNED, signs);
  const verdict = verdictOf(points, { ...signs, asking: endsAsking !== null });
  const certainty = Math.abs(2 * likelihoodOfPoints(points) - 1);
  const forward = found.filter(isForward);
  if (verdict !== 'owned' && (points < 0 || forward.length === 0)) {
    const away = found.some(({ name }) => STATE[name] === 'deflected');
    return { state: away ? 'deflected' : 'none', verdict, timed: false, certainty, heard: momentOf(call) };
  }
  const best = strongest(forward);
  const rest = verdict === 'owned' ? forward.filter((one) => one !== best).reverse() : momentOf(call);
  return { state: STATE[best.name], verdict, timed: isTimed(call, forward), certainty, heard: [best, ...rest] };
}

/** How the customer's matter ended, as far as words tell. */
export const resolutionOf = (call: HeardCall): Resolution => call.once('resolution', () => weigh(call));
