import { type Outcome } from '#contracts';
import { shareInterval } from './share-interval.rules.js';

/** How often a person said one thing and the checklist another. */
export interface AgreementCell {
  readonly human: Outcome;
  readonly to: Outcome;
  readonly legs: number;
}

export interface Kappa {
  readonly kappa: number;
  /** 95 % interval, within −1 to 1. */
  readonly low: number;
  readonly high: number;
  /** Pairs that were judged on both sides. */
  readonly n: number;
  /** Pairs in which one side abstained; they are not in `n`. */
  readonly abstained: number;
}

/**
 * Where one side gave one answer only, kappa is 0 by its formula, without any spread, whatever share agrees: then it cannot be told, and
 * showing 0.00 would say that it was measured.
 */
export const toldKappa = <K extends { low: number; high: number }>(kappa: K | null): K | null =>
  kappa && kappa.high > kappa.low ? kappa : null;

const Z = 1.96;
/** The rounding error left of a sum that should be zero. */
const ROUNDING = 1e-12;
const clip = (value: number): number => Math.min(1, Math.max(-1, value));

/**
 * Cohen's kappa of a checklist against people, with the large-sample standard error of Fleiss, Cohen and Everitt (Psychological Bulletin 72,
 * 1969). Where all agree that error is none, which few pairs cannot show: then the lower end is that of the share that agrees (Wilson), beyond
 * the same chance. Pairs in which either side is `insufficient` are counted apart: an abstention is no disagreement.
 *
 * @returns null where it is not defined: fewer than two pairs, or all of them in one class on both sides
 */
export function kappaOf(cells: readonly AgreementCell[]): Kappa | null {
  const judged = cells.filter(({ human, to }) => human !== 'insufficient' && to !== 'insufficient');
  const n = judged.reduce((sum, { legs }) => sum + legs, 0);
  const abstained = cells.reduce((sum, { legs }) => sum + legs, 0) - n;
  if (n < 2) return null;
  const share = (keep: (cell: AgreementCell) => boolean) =>
    judged.filter(keep).reduce((sum, { legs }) => sum + legs, 0) / n;
  const classes = [...new Set(judged.flatMap(({ human, to }) => [human, to]))];
  const row = new Map(classes.map((one) => [one, share(({ human }) => human === one)]));
  const column = new Map(classes.map((one) => [one, share(({ to }) => to === one)]));
  const at = (map: Map<Outcome, number>, one: Outcome) => map.get(one) ?? 0;
  const observed = share(({ human, to }) => human === to);
  const expected = classes.reduce((sum, one) => sum + at(row, one) * at(column, one), 0);
  if (expected >= 1) return null;
  const beyondChance = (share: number) => (share - expected) / (1 - expected);
  const kappa = beyondChance(observed);
  if (judged.every(({ human, to }) => human === to))
    return { kappa, low: clip(beyondChance(shareInterval(n, n)?.[0] ?? 0)), high: 1, n, abstained };
  let spread = -((observed * expected - 2 * expected + observed) ** 2);
  for (const { human, to, legs } of judged) {
    const p = legs / n;
    spread +=
      human === to
        ? p * (1 - expected - (at(row, human) + at(column, human)) * (1 - observed)) ** 2
        : p * (1 - observed) ** 2 * (at(column, human) + at(row, to)) ** 2;
  }
  const error = Math.sqrt((spread < ROUNDING ? 0 : spread) / n) / (1 - expected) ** 2;
  return { kappa, low: clip(kappa - Z * error), high: clip(kappa + Z * error), n, abstained };
}
