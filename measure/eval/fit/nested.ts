import {
  OUTCOME_SIGNS,
  confidenceOfPoints,
  pointsOf,
  verdictOf,
  type OutcomeSign,
  type OwnershipVerdict,
  type OwnershipZones,
  type SignPoints,
} from '#quality';
import { type Answer } from '../confidence.rules.js';
import { fitLogistic } from './logistic.rules.js';
import { SIDES, type OwnershipCase } from './ownership-cases.js';

/** Fixed beforehand, not searched for: what an accusation has to be worth, and how much may be put before a person. */
const RIGHT = 0.75;
const ASKED = 0.14;
const RIDGE = 6;
const OUTER = 10;
const INNER = 8;
/** Written by us: counts less where zones are chosen, for our own failures are plainer than real ones. */
const OURS = 0.35;

/** Weights in tenths of log-odds, rounded. */
export function fitPoints(cases: readonly OwnershipCase[]): SignPoints<OutcomeSign> {
  const fitted = fitLogistic(
    cases
      .filter(({ weight }) => weight > 0)
      .map(({ signs, label, weight }) => ({
        signs: OUTCOME_SIGNS.map((name) => signs[name]),
        yes: label === 'met',
        weight,
      })),
    { ridge: RIDGE, sides: SIDES },
  );
  const [start, ...weights] = fitted.map((one) => Math.round(one * 10) + 0);
  return {
    start: start!,
    weights: Object.fromEntries(OUTCOME_SIGNS.map((name, at) => [name, weights[at]!])) as Record<OutcomeSign, number>,
  };
}

interface Scored {
  readonly one: OwnershipCase;
  readonly points: number;
}

/** Each case scored by weights that it had no part in. */
function outOfFold(cases: readonly OwnershipCase[], folds: number, foldOf: (one: OwnershipCase) => number): Scored[] {
  return Array.from({ length: folds }, (_, fold) => {
    const points = fitPoints(cases.filter((one) => foldOf(one) !== fold));
    return cases.filter((one) => foldOf(one) === fold).map((one) => ({ one, points: pointsOf(points, one.signs) }));
  }).flat();
}

const verdict = ({ one, points }: Scored, zones: OwnershipZones): OwnershipVerdict =>
  verdictOf(points, { ...one.signs, asking: one.asking }, zones);

/** The widest zone of accusation in which accusations are right often enough, then the widest between that asks seldom enough. */
export function chooseZones(scored: readonly Scored[]): OwnershipZones {
  const from = Math.min(...scored.map(({ points }) => points));
  const to = Math.max(...scored.map(({ points }) => points)) + 1;
  let zones = { notOwnedBelow: from, ownedFrom: from };
  const counted = (all: readonly Scored[]): number =>
    all.reduce((sum, { one }) => sum + (one.collection === 'ours' ? OURS : 1), 0);
  for (let at = from; at <= to; at++) {
    const accused = scored.filter((one) => verdict(one, { notOwnedBelow: at, ownedFrom: at }) === 'not_owned');
    const right = accused.filter(({ one }) => one.label === 'not_met');
    if (accused.length === 0 || counted(right) / counted(accused) >= RIGHT)
      zones = { notOwnedBelow: at, ownedFrom: at };
  }
  // set3 was chosen for its clear failures: its shares say nothing of how much is asked elsewhere.
  const everyday = scored.filter(({ one }) => one.collection !== 'set3');
  for (let at = zones.notOwnedBelow; at <= to; at++) {
    const asked = everyday.filter((one) => verdict(one, { ...zones, ownedFrom: at }) === 'unclear');
    if (asked.length / everyday.length <= ASKED) zones = { ...zones, ownedFrom: at };
  }
  return zones;
}

const inner = (one: OwnershipCase): number => Math.floor(one.digest / OUTER) % INNER;

/** Weights and zones of all these cases. */
export const fitAll = (
  cases: readonly OwnershipCase[],
): { points: SignPoints<OutcomeSign>; zones: OwnershipZones } => ({
  points: fitPoints(cases),
  zones: chooseZones(outOfFold(cases, INNER, inner)),
});

export interface Verdict {
  readonly one: OwnershipCase;
  readonly got: OwnershipVerdict;
  readonly points: number;
}

/** Each case judged by weights and zones that it had no part in: weights, zones and rounding are all made again for each fold. */
export function nested(cases: readonly OwnershipCase[]): Verdict[] {
  return Array.from({ length: OUTER }, (_, fold) => {
    const { points, zones } = fitAll(cases.filter(({ digest }) => digest % OUTER !== fold));
    return cases
      .filter(({ digest }) => digest % OUTER === fold)
      .map((one): Verdict => {
        const scored = { one, points: pointsOf(points, one.signs) };
        return { ...scored, got: verdict(scored, zones) };
      });
  }).flat();
}

/** What the check would claim, and whether readers say the same: for its confidence. Abstentions are no answers. */
export const claimsOf = (verdicts: readonly Verdict[]): Answer[] =>
  verdicts.flatMap(({ one, got, points }): Answer[] => {
    if (got === 'unclear') return [];
    const right = one.label === (got === 'owned' ? 'met' : 'not_met');
    return [{ language: one.language, itemId: OWNERSHIP, raw: confidenceOfPoints(points), right }];
  });

export const OWNERSHIP = 'ownership.resolution';
