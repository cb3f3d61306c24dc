/** Sentences as rows of a sparse matrix: of each, which n-grams with which values. The last value of each row is the constant 1. */
export interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

/** How much a sentence counts, and how often all are gone through. */
const COST = 1;
const ROUNDS = 40;
const ENOUGH = 0.02;

/** A fixed order that looks like none: the same on every machine. */
function shuffled(order: Int32Array, seed: number): void {
  let state = seed >>> 0;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/**
 * A plane between the sentences that have an act (1) and those that have not (-1); 0: not known, left out. Squared hinge loss by dual coordinate
 * descent (Hsieh et al. 2008): only sums, products and quotients, so that every machine comes to the same bits.
 *
 * @param weightOfActs how many times as much a sentence with the act counts
 */
export function separate(
  { starts, columns, values, width }: Rows,
  labels: Int8Array,
  weightOfActs: number,
): Float64Array {
  const plane = new Float64Array(width);
  const rows = Int32Array.from([...labels.keys()].filter((row) => labels[row] !== 0));
  const multipliers = new Float64Array(labels.length);
  const squares = new Float64Array(labels.length);
  for (const row of rows) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) squares[row]! += values[i]! * values[i]!;
  }
  for (let round = 0; round < ROUNDS; round++) {
    shuffled(rows, round + 1);
    let worst = 0;
    for (const row of rows) {
      const label = labels[row]!;
      const softness = 0.5 / (label > 0 ? COST * weightOfActs : COST);
      let dot = 0;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) dot += plane[columns[i]!]! * values[i]!;
      const before = multipliers[row]!;
      const gradient = label * dot - 1 + before * softness;
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (projected === 0) continue;
      const after = Math.max(0, before - gradient / (squares[row]! + softness));
      multipliers[row] = after;
      const step = (after - before) * label;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) plane[columns[i]!]! += step * values[i]!;
    }
    if (worst < ENOUGH) break;
  }
  return plane;
}
