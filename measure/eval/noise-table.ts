import { agreementOf, MEASURED, type Judged } from './agreement.rules.js';
import { meanOfJudged } from './table.js';

const figure = (value: number): string => value.toFixed(3).padStart(7);
const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** How far kappa falls from clean words to noisy ones that were made several times: the mean, and from the least to the most. */
export function fallsOf(name: string, clean: readonly Judged[], noisy: readonly (readonly Judged[])[]): string[] {
  const row = (what: string, of: (judged: readonly Judged[]) => number): string => {
    const falls = noisy.map((judged) => of(clean) - of(judged));
    const range = `${figure(Math.min(...falls))} to${figure(Math.max(...falls))}`;
    return `${`  ${what}`.padEnd(31)} ${figure(of(clean))} ${figure(meanOf(falls))}  ${range}`;
  };
  const coverage = meanOf(noisy.map((judged) => meanOfJudged(judged).coverage));
  return [
    '',
    `${`${name}: ${noisy.length} seeds`.padEnd(31)}   clean  falls by  (range)`,
    ...MEASURED.filter(({ core }) => core).map((item) =>
      row(item.name, (judged) => agreementOf(item, judged).kappa ?? 0),
    ),
    row('mean', (judged) => meanOfJudged(judged).kappa),
    `  coverage with noise ${coverage.toFixed(3)}`,
  ];
}
