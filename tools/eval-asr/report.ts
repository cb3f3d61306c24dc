import type { Language } from '#contracts';
import { type Errors, FEWEST_FILES, intervalOf, rateOf, sumOf } from './errors.rules.js';
import type { Judged } from './judge.js';
import type { NotJudged } from './read-folder.js';

const MEASURE = { zh: 'characters (CER)', en: 'words (WER)' } as const;

export interface Result extends Errors {
  engine: string;
  language: Language;
  files: number;
  rate: number;
  /** 95 %, by bootstrap over files; null below five. */
  interval: [number, number] | null;
  /** Files whose words the engine itself would not rely on, by reason. */
  unreliable: Record<string, number>;
  effort: number;
}

export function resultsOf(judged: readonly Judged[]): Result[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = `${one.engine} ${one.example.language}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const errors = group.map((one) => one.errors);
    const sum = sumOf(errors);
    const unreliable: Record<string, number> = {};
    for (const reason of group.flatMap((one) => one.unreliable)) unreliable[reason] = (unreliable[reason] ?? 0) + 1;
    const { engine, example } = group[0] as Judged;
    const effort = group.reduce((total, one) => total + one.effort, 0) / group.length;
    return {
      engine,
      language: example.language,
      files: group.length,
      ...sum,
      rate: rateOf(sum),
      interval: intervalOf(errors),
      unreliable,
      effort,
    };
  });
}

/** The results for a person. */
export function linesOf(results: readonly Result[], notJudged: readonly NotJudged[]): string[] {
  const lines: string[] = [];
  for (const language of ['zh', 'en'] as const) {
    const ofLanguage = results.filter((one) => one.language === language).sort((a, b) => a.rate - b.rate);
    if (ofLanguage.length === 0) continue;
    lines.push(`${language}: wrong ${MEASURE[language]}`);
    for (const one of ofLanguage) lines.push(`  ${line(one)}`, ...Object.entries(one.unreliable).map(doubt));
  }
  if (lines.length === 0) lines.push('Nothing could be judged.');
  if (notJudged.length > 0) lines.push('Not judged:', ...notJudged.map(({ name, why }) => `  ${name}: ${why}`));
  return lines;
}

function line({ engine, rate, interval, substitutions, deletions, insertions, units, files, effort }: Result): string {
  const range = interval
    ? `95 % between ${percent(interval[0])} and ${percent(interval[1])}`
    : `no interval from fewer than ${FEWEST_FILES} files`;
  const parts = `${substitutions} substituted, ${deletions} deleted, ${insertions} inserted of ${units}`;
  return `${engine}  ${percent(rate)} (${range}); ${parts}; ${files} files; ${effort.toFixed(2)} s of work a second`;
}

const doubt = ([reason, files]: [string, number]): string =>
  `    ${files} of them would be marked unreliable: ${reason}`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
