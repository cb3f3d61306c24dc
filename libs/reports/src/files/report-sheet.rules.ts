import {
  type Bilingual,
  type CallReport,
  metAndMissed,
  type ItemReport,
  type Language,
  type Mean,
  type Rate,
  type ReportFileQuery,
} from '#contracts';
import { REPORT_WORDS, TERMS, type NarrowedBy } from './report-words.rules.js';

/** A share is kept as a number from 0 to 1 and shown in per cent. */
export type ColumnKind = 'text' | 'day' | 'count' | 'share';
export type Cell = string | number | null;

export interface SheetColumn {
  name: string;
  kind: ColumnKind;
}

/** A report as every kind of file writes it. */
export interface ReportSheet {
  title: string;
  /** What was counted, and when: name and value. */
  facts: [string, string][];
  columns: SheetColumn[];
  rows: Cell[][];
  /** Sentences without which the numbers would be misread. */
  notes: string[];
}

export interface SheetAbout {
  language: Language;
  query: Pick<ReportFileQuery, 'by' | 'from' | 'to'>;
  /** By the site's clock, to the minute. */
  madeAt: string;
  /** The filters besides the period, each with its values, named in both languages. */
  filters: { name: NarrowedBy; values: Bilingual[] }[];
  /** What of the asker's calls the file does not reach: where fewer may be exported than seen, the teams that may be. null: nothing. */
  reach: Bilingual[] | null;
}

export function callSheet({ rows, total, leftOut }: CallReport, about: SheetAbout): ReportSheet {
  const words = REPORT_WORDS[about.language];
  const judged = total.judged !== null;
  const { by } = about.query;
  const column = (name: keyof typeof words.columns, kind: ColumnKind) => ({ name: words.columns[name], kind });
  const day = by === 'day' || by === 'week';
  const named = by === 'agent' || by === 'reviewer';
  // Scores that count include calls that were chosen for their risk: no points of single agents.
  const oneAgent = judged && [total, ...rows.map(({ figures }) => figures)].some((one) => one.judged?.oneAgent);
  const withPoints = judged && by !== 'agent';
  const columns = [
    { name: words.by[by], kind: day ? ('day' as const) : ('text' as const) },
    ...(named ? [column('staffNumber', 'text')] : []),
    column('calls', 'count'),
    ...[column('ringsWithin', 'count'), column('ringsKnown', 'count'), column('rings', 'share')],
    ...[column('low', 'share'), column('high', 'share')],
    ...(judged ? [column('scored', 'count')] : []),
    ...(withPoints ? [column('pointsN', 'count'), column('points', 'share')] : []),
    ...(withPoints ? [column('low', 'share'), column('high', 'share')] : []),
    ...(judged ? [column('critical', 'count'), column('abstained', 'count')] : []),
  ];
  const cells = ({ figures }: { figures: CallReport['total'] }): Cell[] => [
    ...[figures.calls, figures.rings?.n ?? 0, figures.rings?.of ?? 0, ...shareOf(figures.rings)],
    ...(figures.judged
      ? [
          figures.judged.scored,
          ...(withPoints ? [pointsN(figures.judged), ...meanOf(figures.judged.points)] : []),
          ...[figures.judged.critical, figures.judged.abstained],
        ]
      : []),
  ];
  return {
    ...headOf(about),
    columns,
    rows: [
      ...rows.map((row) => [
        row.name?.[about.language] ?? keyWords(row.key, about),
        ...(named ? [row.detail] : []),
        ...cells(row),
      ]),
      [words.total, ...(named ? [null] : []), ...cells({ figures: total })],
    ],
    notes: [
      words.once,
      ...(by === 'queue' || by === 'reviewer' ? [words.without[by]] : []),
      ...(judged ? (withPoints ? [words.chance] : []) : [words.noScores]),
      ...(oneAgent ? [words.agentPoints] : []),
      ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ],
  };
}

export function itemSheet({ rows, judged, leftOut }: ItemReport, about: SheetAbout): ReportSheet {
  const words = REPORT_WORDS[about.language];
  const column = (name: keyof typeof words.columns, kind: ColumnKind) => ({ name: words.columns[name], kind });
  const item = about.query.by === 'item';
  return {
    ...headOf(about),
    columns: [
      { name: words.by[about.query.by], kind: 'text' },
      ...(item ? [column('clause', 'text')] : []),
      ...(item ? [column('notTrusted', 'text')] : []),
      ...[
        column('isCritical', 'text'),
        column('met', 'count'),
        column('not_met', 'count'),
        column('withoutMiss', 'share'),
      ],
      ...[
        column('low', 'share'),
        column('high', 'share'),
        column('insufficient', 'count'),
        column('not_applicable', 'count'),
        ...(item ? [column('told', 'count')] : []),
      ],
    ],
    rows: rows.map(({ key, name, detail, critical, notTrusted, notTrustedBy, figures }) => [
      name?.[about.language] ?? key,
      ...(item ? [detail, untrusted(notTrusted, notTrustedBy, about.language)] : []),
      ...[critical ? words.yes : null, figures.met, figures.not_met, ...shareOf(figures.share)],
      ...[figures.insufficient, figures.not_applicable, ...(item ? [figures.told] : [])],
    ]),
    notes: [
      judged ? words.items : words.noScores,
      ...(rows.some(metAndMissed) ? [words.both] : []),
      ...(rows.some(({ notTrusted }) => notTrusted.length > 0) ? [words.notTrusted] : []),
      ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ],
  };
}

/** The languages in which an item is not trusted yet, and the checklists where other ones are. */
function untrusted(spoken: readonly Language[], by: readonly Bilingual[], language: Language): string | null {
  const { comma, of } = REPORT_WORDS[language];
  if (spoken.length === 0) return null;
  const languages = spoken.map((each) => TERMS[language].spoken[each]).join(comma);
  return by.length === 0 ? languages : of(languages, by.map((title) => title[language]).join(comma));
}

export function headOf({ language, query, madeAt, filters, reach }: SheetAbout): Pick<ReportSheet, 'title' | 'facts'> {
  const words = REPORT_WORDS[language];
  const { by, from, to } = query;
  const listed = (values: Bilingual[]) => values.map((value) => value[language]).join(words.comma);
  return {
    title: words.title(by === 'week' ? words.week : words.by[by]),
    facts: [
      [words.period, `${from} – ${to}`],
      [words.made, madeAt],
      ...filters.map(({ name, values }): [string, string] => [words.filter(words.narrowedBy[name]), listed(values)]),
      ...(reach ? [[words.reach, reach.length > 0 ? listed(reach) : words.reachesNone] as [string, string]] : []),
    ],
  };
}

/** `1-09` → `周一 09:00`. */
function keyWords(key: string, { language, query: { by } }: SheetAbout): string {
  if (by !== 'hour') return key;
  const [day, hour] = key.split('-') as [string, string];
  return `${REPORT_WORDS[language].weekdays[Number(day) - 1]} ${hour}:00`;
}

/** Of one agent alone the file says nothing, not even that there was none. */
const pointsN = ({ points, oneAgent }: { points: Mean | null; oneAgent: boolean }): number | null =>
  oneAgent ? null : (points?.n ?? 0);

export const shareOf = (rate: Rate | null): (number | null)[] =>
  rate ? [rate.n / rate.of, rate.low, rate.high] : [null, null, null];

const meanOf = (of: Mean | null): (number | null)[] =>
  [of?.mean, of?.low, of?.high].map((percent) =>
    percent === undefined || percent === null ? null : Number((percent / 100).toFixed(6)),
  );
