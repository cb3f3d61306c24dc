import type { Language } from '#contracts';
import { type Errors, FEWEST_FILES, intervalOf, rateOf, sumOf } from './errors.rules.js';
import type { Judged } from './judge.js';
import type { NotJudged } from './read-folder.js';

const MEASURE = { zh: 'characters (CER)', en: 'words (WER)' } as const;

export interface Result extends Errors {
  engine: string;
  language: Language;
  /** One kind of speech of those that were judged; null for all of them. */
  source: string | null;
  files: number;
  rate: number;
  /** 95 %, by bootstrap over files; null below five. */
  interval: [number, number] | null;
  /** Files whose words the engine itself would not rely on, by reason. */
  unreliable: Record<string, number>;
  effort: number;
}

/** The most memory that an engine's processes held, in bytes, by engine. */
export type Memory = ReadonlyMap<string, number>;

export function resultsOf(judged: readonly Judged[]): Result[] {
  const groups = new Map<string, Judged[]>();
  const put = (key: readonly (string | null)[], one: Judged): void => {
    groups.set(JSON.stringify(key), [...(groups.get(JSON.stringify(key)) ?? []), one]);
  };
  for (const one of judged) {
    const { language, source } = one.example;
    put([one.engine, language, null], one);
    if (source !== null) put([one.engine, language, source], one);
  }
  return [...groups].map(([key, group]) => {
    const [, , source = null] = JSON.parse(key) as (string | null)[];
    const errors = group.map((one) => one.errors);
    const sum = sumOf(errors);
    const unreliable: Record<string, number> = {};
    for (const reason of group.flatMap((one) => one.unreliable)) unreliable[reason] = (unreliable[reason] ?? 0) + 1;
    const { engine, example } = group[0] as Judged;
    const soundMs = group.reduce((total, one) => total + one.example.sound.durationMs, 0);
    const effort = group.reduce((total, one) => total + one.workMs, 0) / soundMs;
    return {
      engine,
      language: example.language,
      source,
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
export function linesOf(results: readonly Result[], notJudged: readonly NotJudged[], memory: Memory): string[] {
  const lines: string[] = [];
  for (const language of ['zh', 'en'] as const) {
    const all = results.filter((one) => one.language === language);
    const ofLanguage = all.filter(({ source }) => source === null).sort((a, b) => a.rate - b.rate);
    if (ofLanguage.length === 0) continue;
    lines.push(`${language}: wrong ${MEASURE[language]}`);
    for (const one of ofLanguage) {
      lines.push(`  ${one.engine}  ${line(one)}`, ...Object.entries(one.unreliable).map(doubt));
      const parts = all.filter(({ engine, source }) => engine === one.engine && source !== null);
      lines.push(...parts.map((part) => `    ${part.source}: ${line(part)}`));
    }
  }
  for (const [engine, bytes] of memory)
    if (bytes > 0) lines.push(`${engine}: at most ${Math.round(bytes / 1024 ** 2)} MB of memory`);
  if (results.length === 0) lines.push('Nothing could be judged.');
  if (notJudged.length > 0) lines.push('Not judged:', ...notJudged.map(({ name, why }) => `  ${name}: ${why}`));
  return lines;
}

function line({ rate, interval, substitutions, deletions, insertions, units, files, effort }: Result): string {
  const range = interval
    ? `95 % between ${percent(interval[0])} and ${percent(interval[1])}`
    : `no interval from fewer than ${FEWEST_FILES} files`;
  const parts = `${substitutions} substituted, ${deletions} deleted, ${insertions} inserted of ${units}`;
  return `${percent(rate)} (${range}); ${parts}; ${files} files; ${effort.toFixed(2)} s of work a second`;
}

const doubt = ([reason, files]: [string, number]): string =>
  `    ${files} of them would be marked unreliable: ${reason}`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
