import { seededRandom } from '../bench/seeded-random.rules.js';

/** Differences between what was said and what was heard, in units. */
export interface Errors {
  substitutions: number;
  deletions: number;
  insertions: number;
  /** Units of the reference. */
  units: number;
}

const costOf = ({ substitutions, deletions, insertions }: Omit<Errors, 'units'>): number =>
  substitutions + deletions + insertions;

/**
 * The fewest differences between two lists (Levenshtein); where several ways are as short, substitutions are preferred, then deletions. A row
 * of the table at a time, in numbers: an hour's words against an hour's words are a hundred million cells.
 */
export function countErrors(reference: readonly string[], heard: readonly string[]): Errors {
  const width = heard.length + 1;
  const number = new Map([...new Set([...reference, ...heard])].map((unit, at) => [unit, at]));
  const words = Int32Array.from(heard, (unit) => number.get(unit) ?? -1);
  // Three counts a cell, the cell's cost being their sum.
  let [before, row] = [new Int32Array(width * 3), new Int32Array(width * 3)];
  for (let at = 0; at < width; at += 1) before[at * 3 + 2] = at;
  for (const [index, unit] of reference.entries()) {
    const said = number.get(unit);
    row.fill(0, 0, 3);
    row[1] = index + 1;
    for (let at = 3; at < width * 3; at += 3) {
      const differs = words[at / 3 - 1] === said ? 0 : 1;
      const [through, without, added] = [sum(before, at - 3) + differs, sum(before, at) + 1, sum(row, at - 3) + 1];
      const best = Math.min(through, without, added);
      const [from, cell] = best === through ? [before, at - 3] : best === without ? [before, at] : [row, at - 3];
      for (let part = 0; part < 3; part += 1) row[at + part] = from[cell + part] as number;
      const part = best === through ? 0 : best === without ? 1 : 2;
      row[at + part] = (row[at + part] as number) + (part === 0 ? differs : 1);
    }
    [before, row] = [row, before];
  }
  const [substitutions = 0, deletions = 0, insertions = 0] = before.subarray((width - 1) * 3);
  return { substitutions, deletions, insertions, units: reference.length };
}

const sum = (row: Int32Array, cell: number): number =>
  (row[cell] as number) + (row[cell + 1] as number) + (row[cell + 2] as number);

export function sumOf(all: readonly Errors[]): Errors {
  return all.reduce(
    (sum, one) => ({
      substitutions: sum.substitutions + one.substitutions,
      deletions: sum.deletions + one.deletions,
      insertions: sum.insertions + one.insertions,
      units: sum.units + one.units,
    }),
    { substitutions: 0, deletions: 0, insertions: 0, units: 0 },
  );
}

/** Errors to each unit that was said; may be above 1. */
export const rateOf = (errors: Errors): number => costOf(errors) / errors.units;

const SEED = 20_260_101;
const RESAMPLES = 2_000;
/** Fewer files say nothing about others. */
export const FEWEST_FILES = 5;

/**
 * 95 % interval of the rate over recordings like these: percentile bootstrap over files, with a fixed seed. Null below {@link FEWEST_FILES}.
 */
export function intervalOf(files: readonly Errors[]): [number, number] | null {
  if (files.length < FEWEST_FILES) return null;
  const random = seededRandom(SEED);
  const rates = Array.from({ length: RESAMPLES }, () =>
    rateOf(sumOf(files.map(() => files[Math.floor(random() * files.length)] as Errors))),
  ).sort((a, b) => a - b);
  return [rates[Math.floor(RESAMPLES * 0.025)] as number, rates[Math.ceil(RESAMPLES * 0.975) - 1] as number];
}
