/** One case to fit on: which signs are there, whether the answer is yes, and how much it counts. */
export interface FitCase {
  readonly signs: readonly boolean[];
  readonly yes: boolean;
  readonly weight: number;
}

export interface FitOptions {
  /** How strongly weights are drawn to nothing. */
  readonly ridge: number;
  /** For each sign, on which side its meaning lets its weight lie: 1 for, -1 against, 0 either. */
  readonly sides: readonly (1 | -1 | 0)[];
}

const SWEEPS = 300;
const STILL = 1e-7;

const held = (weight: number, side: 1 | -1 | 0): number =>
  side === 1 ? Math.max(0, weight) : side === -1 ? Math.min(0, weight) : weight;

/**
 * Logistic regression with a ridge, each weight held to the side of its meaning: one weight after the other by Newton's step, until none moves.
 * In log-odds, the first the start.
 */
export function fitLogistic(cases: readonly FitCase[], { ridge, sides }: FitOptions): number[] {
  const weights = new Array<number>(sides.length + 1).fill(0);
  const odds = new Array<number>(cases.length).fill(0);
  const withSign = [
    cases.map((_, at) => at),
    ...sides.map((_, sign) => cases.flatMap((one, at) => (one.signs[sign] ? [at] : []))),
  ];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let at = 0; at < weights.length; at++) {
      let [slope, bend] = at === 0 ? [0, 1e-9] : [ridge * weights[at]!, ridge];
      for (const one of withSign[at]!) {
        const likely = 1 / (1 + Math.exp(-odds[one]!));
        slope += cases[one]!.weight * (likely - Number(cases[one]!.yes));
        bend += cases[one]!.weight * likely * (1 - likely);
      }
      const next = held(weights[at]! - slope / bend, at === 0 ? 0 : sides[at - 1]!);
      const step = next - weights[at]!;
      weights[at] = next;
      for (const one of withSign[at]!) odds[one]! += step;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < STILL) break;
  }
  return weights;
}
