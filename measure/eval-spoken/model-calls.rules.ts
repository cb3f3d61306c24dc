import { type Outcome } from '#contracts';
import { shareWithInterval, type ModelCall } from '../eval/model-calls/tally.rules.js';
import { rateOf, sumOf, type Errors } from '../eval-asr/errors.rules.js';

type Outcomes = ReadonlyMap<string, Outcome>;

/** A model call, or one with a fault, judged on the words that were written and on those that were heard. */
export interface HeardModelCall {
  readonly call: ModelCall;
  readonly written: Outcomes;
  readonly heard: Outcomes;
  /** Of the words of both sides. */
  readonly errors: Errors;
}

interface Judgement {
  readonly id: string;
  readonly item: string;
  /** The agent did it, or it did not come up. */
  readonly isClean: boolean;
  readonly written: Outcome | undefined;
  readonly heard: Outcome | undefined;
}

/** What hearing may cost, of a hundred. */
const AIMS = { accused: 1, same: 95 } as const;

const judgementsOf = (calls: readonly HeardModelCall[]): Judgement[] =>
  calls.flatMap(({ call: { id, expect }, written, heard }) =>
    Object.entries(expect).map(([item, expected]) => ({
      ...{ id, item, isClean: expected !== 'not_met' },
      ...{ written: written.get(item), heard: heard.get(item) },
    })),
  );

/** Who is accused on heard words, how often their verdict is that of the written ones, and which verdicts differ. */
export function heardTable(title: string, calls: readonly HeardModelCall[]): string[] {
  const all = judgementsOf(calls);
  const clean = all.filter(({ isClean }) => isClean);
  const count = (some: readonly Judgement[], way: 'written' | 'heard', outcome: Outcome): number =>
    some.filter((one) => one[way] === outcome).length;
  const accused = count(clean, 'heard', 'not_met');
  const newly = clean.filter(({ written, heard }) => heard === 'not_met' && written !== 'not_met').length;
  const same = all.filter(({ written, heard }) => written === heard).length;
  const reached = (isReached: boolean): string => (isReached ? 'reached' : 'missed');
  return [
    '',
    `${title}: ${calls.length} calls, ${all.length} judgements, ${(100 * rateOf(sumOf(calls.map(({ errors }) => errors)))).toFixed(1)} of 100 units misheard`,
    `  accused though clean: heard ${shareWithInterval(accused, clean.length)}, written ${shareWithInterval(count(clean, 'written', 'not_met'), clean.length)}, on heard words only ${newly} (aim ≤ ${AIMS.accused} %: ${reached(accused * 100 <= AIMS.accused * clean.length)})`,
    `  heard as written: ${shareWithInterval(same, all.length)} (aim ≥ ${AIMS.same} %: ${reached(same * 100 >= AIMS.same * all.length)})`,
    `  left open: heard ${shareWithInterval(count(all, 'heard', 'insufficient'), all.length)}, written ${shareWithInterval(count(all, 'written', 'insufficient'), all.length)}`,
  ];
}

const HEAD = `  ${''.padEnd(36)} ${['judged', 'accused', 'equal', 'abstained'].map((name) => name.padStart(9)).join(' ')}`;

/** A row for each item: how many judgements, who is accused on heard words though clean, how many are as written, and how many abstain on heard words only. */
export function itemRows(calls: readonly HeardModelCall[]): string[] {
  const all = judgementsOf(calls);
  const row = (item: string, some: readonly Judgement[]): string => {
    const count = (is: (one: Judgement) => boolean): string => String(some.filter(is).length).padStart(9);
    const accused = count(({ isClean, heard }) => isClean && heard === 'not_met');
    const equal = count(({ written, heard }) => written === heard);
    const abstained = count(({ written, heard }) => heard === 'insufficient' && written !== 'insufficient');
    return `  ${item.padEnd(36)} ${String(some.length).padStart(9)} ${accused} ${equal} ${abstained}`;
  };
  const items = [...new Set(all.map(({ item }) => item))];
  return [
    HEAD,
    ...items.map((item) =>
      row(
        item,
        all.filter((one) => one.item === item),
      ),
    ),
  ];
}

/** The verdicts that differ, a line for each. */
export const differences = (calls: readonly HeardModelCall[]): string[] =>
  judgementsOf(calls)
    .filter(({ written, heard }) => written !== heard)
    .map(
      ({ id, item, isClean, written, heard }) =>
        `  ${isClean && heard === 'not_met' ? 'ACCUSED' : '       '} ${id} ${item}: ${written ?? '-'} as written, ${heard ?? '-'} as heard`,
    );
