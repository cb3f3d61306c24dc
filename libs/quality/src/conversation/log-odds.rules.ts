/** How likely something is, given signs for and against it: what each adds in log-odds, and where it starts without any. */
export interface LogOdds<Sign extends string> {
  readonly start: number;
  readonly weights: Readonly<Record<Sign, number>>;
}

/** 0–1. A sign is 0 where it is missing, 1 where it is clear, or between. */
export function likelihood<Sign extends string>(
  { start, weights }: LogOdds<Sign>,
  signs: Readonly<Record<Sign, number>>,
): number {
  let odds = start;
  for (const name of Object.keys(weights) as Sign[]) odds += weights[name] * signs[name];
  return 1 / (1 + Math.exp(-odds));
}

/** Signs that are there or not, and whole numbers: what each adds in tenths of log-odds. */
export interface Points<Sign extends string> {
  readonly start: number;
  readonly weights: Readonly<Record<Sign, number>>;
}

/** A sum of whole numbers: the same on every machine. */
export function pointsOf<Sign extends string>(
  { start, weights }: Points<Sign>,
  signs: Readonly<Record<Sign, boolean>>,
): number {
  return (Object.keys(weights) as Sign[]).reduce((sum, name) => sum + (signs[name] ? weights[name] : 0), start);
}

/** 0–1, of tenths of log-odds. */
export const likelihoodOfPoints = (points: number): number => 1 / (1 + Math.exp(-points / 10));

/** 0.5–1: how far from even odds. */
export const confidenceOfPoints = (points: number): number => 0.5 + Math.abs(likelihoodOfPoints(points) - 0.5);
