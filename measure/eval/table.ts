import { agreementOf, kappaOf, MEASURED, meanOf, type Agreement, type Judged } from './agreement.rules.js';

const figure = (value: number | null): string => (value === null ? '   - ' : value.toFixed(2).padStart(5));

const row = ({ name, coverage, accuracy, kappa, evidence, failuresFound, alarmsRight }: Agreement): string =>
  [`  ${name}`.padEnd(31), ...[coverage, accuracy, kappa, evidence, failuresFound, alarmsRight].map(figure)].join(' ');

/** The agreement of every item, a language at a time and together. */
export function tableOf(name: string, judged: readonly Judged[]): string[] {
  return (['zh', 'en', 'both'] as const).flatMap((language) => {
    const some = judged.filter(({ dialogue }) => language === 'both' || dialogue.language === language);
    if (some.length === 0) return [];
    const labelled = MEASURED.filter((item) => some.some(({ dialogue: { labels } }) => item.label(labels) !== null));
    const all = labelled.map((item) => agreementOf(item, some));
    const { kappa, coverage } = meanOf(all);
    return [
      '',
      `${`${name}: ${language}, ${some.length}`.padEnd(31)} cover   acc kappa  evid found right`,
      ...all.map(row),
      `${'  mean'.padEnd(31)} ${figure(coverage)}    -  ${figure(kappa)}`,
      ...understood(some),
    ];
  });
}

/** What the customer came with and what came of it, where the labels say. */
function understood(judged: readonly Judged[]): string[] {
  return (['situation', 'result'] as const).flatMap((key) => {
    const pairs = judged.flatMap((one): [string, string][] => {
      const label = one.dialogue.labels[key];
      return label ? [[label, one[key]]] : [];
    });
    if (pairs.length === 0) return [];
    const right = pairs.filter(([a, b]) => a === b).length / pairs.length;
    return [`${`  ${key}`.padEnd(31)} ${figure(1)} ${figure(right)} ${figure(kappaOf(pairs))}`];
  });
}

/** The mean kappa of some judgements, and its coverage. */
export const meanOfJudged = (judged: readonly Judged[]): { kappa: number; coverage: number } =>
  meanOf(MEASURED.map((item) => agreementOf(item, judged)));
