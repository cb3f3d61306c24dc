import { type Act, type CorpusSentence } from '#quality';
import { type UnseenMargins } from './fit.js';

const share = (n: number, of: number): string => (of === 0 ? '–' : (n / of).toFixed(2)).padStart(6);

/** Of every act: how many sentences have it, and at a posterior of a half and of seven eighths how many are found, and how many that are told so have it. */
export function actTable(
  title: string,
  unseen: readonly UnseenMargins<CorpusSentence>[],
  acts: readonly Act[],
  steps: readonly (readonly number[])[],
): string[] {
  const lines = acts.map((act, i) => {
    const known = unseen.filter(({ sentence }) => !sentence.unsure.has(act));
    const all = known.filter(({ sentence }) => sentence.acts.has(act)).length;
    const at = (step: number): string => {
      const told = known.filter(({ margins }) => margins[i]! >= steps[i]![step - 1]!);
      const right = told.filter(({ sentence }) => sentence.acts.has(act)).length;
      return `${share(right, all)} ${share(right, told.length)}`;
    };
    return `  ${act.padEnd(18)} ${String(all).padStart(5)}   ${at(8)}   ${at(14)}`;
  });
  return ['', `${title}`, `${''.padEnd(28)}found  right at 8/16   found  right at 14/16`, ...lines];
}
