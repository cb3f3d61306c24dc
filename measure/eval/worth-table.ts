import { MEASURED, type Judged } from './agreement.rules.js';
import { shareInterval, type Interval } from './intervals.rules.js';
import { casesOf, SURE_FROM, sureCasesOf, worthOf, type Case, type Worth } from './worth.rules.js';

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
const spread = (interval: Interval | null): string =>
  interval ? `${figure(interval[0])} to ${figure(interval[1])}` : '–';

/** A part of a collection: which dialogues, or which cases of an item. */
interface Slice {
  readonly name: string;
  has?(one: Judged): boolean;
  keeps?(one: Case): boolean;
}

const SLICES: readonly Slice[] = [
  { name: 'all' },
  { name: 'zh', has: ({ dialogue }) => dialogue.language === 'zh' },
  { name: 'en', has: ({ dialogue }) => dialogue.language === 'en' },
  ...['telephone', 'chat', 'social'].map((channel): Slice => ({
    name: channel,
    has: ({ dialogue }) => dialogue.channel === channel,
  })),
  { name: `readers sure (${SURE_FROM}–5)`, keeps: ({ sure }) => sure !== null && sure >= SURE_FROM },
  { name: 'readers unsure', keeps: ({ sure }) => sure !== null && sure < SURE_FROM },
];

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const cellsOf = ({ n, coverage, kappa, interval, accused, calibration, readers, keywords }: Worth): string[] => [
  String(n),
  figure(coverage),
  figure(kappa),
  spread(interval),
  String(accused.made),
  String(accused.right),
  String(accused.failures),
  figure(calibration),
  figure(readers),
  figure(keywords),
];

const HEAD = [
  [
    'item',
    'of',
    'n',
    'coverage',
    'kappa',
    '95 of 100',
    'accused',
    'right',
    'failures',
    'calibration',
    'readers agreed',
    'keywords',
  ],
  ['---', '---', ...Array.from({ length: 10 }, () => '---:')],
];

/** What each item is worth on a collection, by language, channel and how sure the readers were; as a Markdown table. */
export function worthTable(name: string, judged: readonly Judged[]): string[] {
  const rows = MEASURED.flatMap((item) =>
    SLICES.flatMap(({ name: slice, has = () => true, keeps = () => true }) => {
      const cases = casesOf(item, judged.filter(has)).filter(keeps);
      return cases.length === 0 ? [] : [row([item.name, slice, ...cellsOf(worthOf(cases))])];
    }),
  );
  return rows.length === 0 ? [] : ['', `**${name}, ${judged.length} dialogues**`, '', ...HEAD.map(row), ...rows];
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${part} of ${whole} (${spread(shareInterval(part, whole))})`;

/** What becomes of those of whom readers are sure, and how much is put before a person, of the items that accuse of failing the customer. */
export function accusationTable(name: string, judged: readonly Judged[]): string[] {
  const rows = ['ownership', 'sent_away'].flatMap((wanted) => {
    const cases = casesOf(
      MEASURED.find((item) => item.name === wanted)!,
      judged,
    );
    if (cases.length === 0) return [];
    const [{ accused }, sure] = [worthOf(cases), sureCasesOf(cases)];
    const told = sure.failuresAccused + sure.failuresAsked;
    return [
      row([wanted, 'accusations that are right', share(accused.right, accused.made)]),
      ...(sure.failures + sure.successes === 0
        ? []
        : [
            row([wanted, 'sure failures accused', share(sure.failuresAccused, sure.failures)]),
            row([wanted, 'sure failures accused or put before a person', share(told, sure.failures)]),
            row([wanted, 'sure successes accused', share(sure.successesAccused, sure.successes)]),
          ]),
      row([wanted, 'put before a person', share(cases.filter(({ got }) => got === null).length, cases.length)]),
    ];
  });
  return [
    '',
    `**${name}: whom it accuses**`,
    '',
    row(['item', 'what', 'how many (95 of 100)']),
    row(['---', '---', '---']),
    ...rows,
  ];
}

/** How often the sign that a customer may have been sent elsewhere is shown, how often readers say so too, and how much it finds. */
export function signTable(name: string, judged: readonly Judged[]): string[] {
  const labelled = judged.flatMap(({ dialogue: { language, labels }, items }) =>
    labels.sent_away
      ? [
          {
            language,
            away: labels.sent_away.value,
            shown: [...items.values()].some(({ signs }) => (signs ?? []).length > 0),
          },
        ]
      : [],
  );
  if (labelled.length === 0) return [];
  const rows = (['all', 'zh', 'en'] as const).map((language) => {
    const of = labelled.filter((one) => language === 'all' || one.language === language);
    const [away, shown] = [of.filter((one) => one.away), of.filter((one) => one.shown)];
    const right = shown.filter((one) => one.away).length;
    return row([language, share(shown.length, of.length), share(right, shown.length), share(right, away.length)]);
  });
  return [
    '',
    `**${name}: the sign “may have been sent elsewhere”**`,
    '',
    row(['of', 'shown', 'shown that readers call sent away', 'sent away that are shown (95 of 100)']),
    row(['---', '---', '---', '---']),
    ...rows,
  ];
}
