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
