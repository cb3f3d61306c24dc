import { type Outcome } from '#contracts';
import { proofsOf, shareInterval, type Interval } from '#quality/rules';
import { kappaOf } from '../agreement.rules.js';
import { drawnInterval } from '../intervals.rules.js';
import { type AskedCase } from './ask-cases.js';

/** What a model proposes; null where it proposes nothing. */
export const proposedBy = ({ said }: Pick<AskedCase, 'said'>): Exclude<Outcome, 'insufficient'> | null =>
  said.said === 'answer' && said.answer.outcome !== 'insufficient' ? said.answer.outcome : null;

const pairsOf = (cases: readonly AskedCase[]): [string, string][] =>
  cases.flatMap((one): [string, string][] => {
    const got = proposedBy(one);
    return got === null ? [] : [[one.label, got]];
  });

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
const spread = (interval: Interval | null): string =>
  interval ? `${figure(interval[0])} to ${figure(interval[1])}` : '–';
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${part} of ${whole} (${spread(shareInterval(part, whole))})`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const HEAD = [
  'item',
  'of',
  'asked',
  'proposed',
  'agrees with readers (95 of 100)',
  'kappa',
  '95 of 100',
  'accusations right',
  'failures found',
  'rule’s accusations right',
];

/** What a model's proposals are worth, by item and language: on the questions that it is asked, beside the rule on the same. */
export function modelTable(cases: readonly AskedCase[]): string[] {
  const items = [...new Set(cases.map(({ itemId }) => itemId))];
  const rows = [...items, null].flatMap((itemId) =>
    (['all', 'zh', 'en'] as const).flatMap((language) => {
      const of = cases.filter(
        (one) =>
          (itemId === null || one.itemId === itemId) && (language === 'all' || one.dialogue.language === language),
      );
      return of.length === 0 ? [] : [row([itemId ?? 'every item', language, ...cellsOf(of)])];
    }),
  );
  return [row(HEAD), row(['---', '---', ...HEAD.slice(2).map(() => '---:')]), ...rows];
}

function cellsOf(cases: readonly AskedCase[]): string[] {
  const pairs = pairsOf(cases);
  const accused = pairs.filter(([, got]) => got === 'not_met');
  const right = accused.filter(([label]) => label === 'not_met').length;
  const byRule = cases.filter(({ rule }) => rule === 'not_met');
  const kappa = drawnInterval(
    cases,
    ({ dialogue }) => dialogue.origin ?? dialogue.id,
    (drawn) => kappaOf(pairsOf(drawn)),
  );
  return [
    String(cases.length),
    String(pairs.length),
    share(pairs.filter(([label, got]) => label === got).length, pairs.length),
    figure(kappaOf(pairs)),
    spread(kappa),
    share(right, accused.length),
    share(right, cases.filter(({ label }) => label === 'not_met').length),
    share(byRule.filter(({ label }) => label === 'not_met').length, byRule.length),
  ];
}

/** Why nothing was proposed, and how long answers took. */
export function modelWays(cases: readonly AskedCase[], seconds: number): string[] {
  const why = new Map<string, number>();
  for (const { said } of cases) {
    const name = said.said === 'nothing' ? said.why : said.answer.outcome === 'insufficient' ? 'undecided' : null;
    if (name) why.set(name, (why.get(name) ?? 0) + 1);
  }
  const times = cases.map(({ ms }) => ms / 1000).sort((a, b) => a - b);
  const at = (part: number): string => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1);
  const nothing = [...why].map(([name, times]) => `${name} ${times}`).join(', ');
  const screened = cases.filter((one) => one.screened).length;
  return [
    `nothing proposed: ${nothing === '' ? 'never' : nothing}`,
    `a question takes ${at(0.5)} s (median), ${at(0.9)} s (nine in ten); all of them ${seconds.toFixed(0)} s`,
    ...(screened > 0 ? [`${screened} questions the product would not ask: the words seem meant for a judge`] : []),
  ];
}

/** Which of its answers would count by now, if people said what the readers say. */
export function modelStanding(cases: readonly AskedCase[], target: number): string[] {
  const reviewed = cases.flatMap((one) => {
    const proposed = proposedBy(one);
    const { itemId, question, label: said } = one;
    const about = { itemId: `${itemId} ${one.dialogue.language}`, questionKey: question, served: null };
    return proposed === null ? [] : [{ ...about, proposed, said, times: 1 }];
  });
  const counting = proofsOf(reviewed, target).filter(({ proven }) => proven);
  return counting.length === 0
    ? [`at a target of ${target}, none of its answers would count after as many reviews`]
    : counting.map(
        ({ itemId, outcome, n, agreed, low }) =>
          `would count after as many reviews: ${itemId} ${outcome}, ${agreed} of ${n}, from ${low.toFixed(2)}`,
      );
}
