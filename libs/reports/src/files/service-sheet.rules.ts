import { type Language, type ServiceFigures, type ServiceReport } from '#contracts';
import {
  headOf,
  shareOf,
  type Cell,
  type ColumnKind,
  type ReportSheet,
  type SheetAbout,
} from './report-sheet.rules.js';
import { REPORT_WORDS } from './report-words.rules.js';

/** In the order of the columns; `s` stands for seconds. */
const COLUMNS = {
  offered: 'count',
  answered: 'count',
  abandoned: 'count',
  shortAbandoned: 'count',
  missed: 'count',
  unknown: 'count',
  answeredElsewhere: 'count',
  inTime: 'share',
  inTimeLow: 'share',
  inTimeHigh: 'share',
  abandonment: 'share',
  abandonmentLow: 'share',
  abandonmentHigh: 'share',
  speedOfAnswer: 'count',
  speedN: 'count',
  handleTime: 'count',
  handleN: 'count',
} as const satisfies Record<string, ColumnKind>;
type Column = keyof typeof COLUMNS;

/** How customers who called were served. What is not known is left empty. */
export function serviceSheet(
  { rows, total, leftOut, settings, withoutDirection }: ServiceReport,
  about: SheetAbout,
): ReportSheet {
  const { language, query } = about;
  const [all, words] = [REPORT_WORDS[language], WORDS[language]];
  const day = query.by === 'service_day';
  const columns = (Object.keys(COLUMNS) as Column[]).map((name) => ({
    name: words.columns[name],
    kind: COLUMNS[name],
  }));
  return {
    ...headOf(about),
    columns: [{ name: all.by[query.by], kind: day ? 'day' : 'text' }, ...columns],
    rows: [
      ...rows.map(({ key, name, figures }) => [name?.[language] ?? key, ...cellsOf(figures)]),
      [all.total, ...cellsOf(total)],
    ],
    notes: [
      words.within(settings.withinSeconds, settings.targetPercent, settings.shortAbandonSeconds),
      words.once,
      ...(withoutDirection > 0 ? [words.withoutDirection(withoutDirection)] : []),
      ...(leftOut > 0 ? [all.leftOut(leftOut)] : []),
    ],
  };
}

const cellsOf = (figures: ServiceFigures): Cell[] => [
  ...[figures.offered, figures.answered, figures.abandoned, figures.shortAbandoned, figures.missed],
  ...[figures.unknown, figures.answeredElsewhere, ...shareOf(figures.inTime), ...shareOf(figures.abandonment)],
  ...[...meanOf(figures.speedOfAnswer), ...meanOf(figures.handleTime)],
];

const meanOf = (mean: ServiceFigures['handleTime']): Cell[] => [mean && Math.round(mean.seconds), mean?.n ?? 0];

const WORDS: Record<
  Language,
  {
    columns: Record<Column, string>;
    within: (seconds: number, percent: number, short: number) => string;
    once: string;
    withoutDirection: (calls: number) => string;
  }
> = {
  zh: {
    columns: {
      ...{ offered: '来电', answered: '接听', abandoned: '放弃', shortAbandoned: '短时放弃', missed: '漏接' },
      ...{ unknown: '结果未知', answeredElsewhere: '由别处接听', inTime: '服务水平', inTimeLow: '95% 区间下限' },
      ...{ inTimeHigh: '95% 区间上限', abandonment: '放弃率', abandonmentLow: '95% 区间下限' },
      ...{ abandonmentHigh: '95% 区间上限', speedOfAnswer: '平均应答时长（秒）', speedN: '已知应答时长' },
      ...{ handleTime: '平均处理时长（秒）', handleN: '已知处理时长' },
    },
    within: (seconds, percent, short) =>
      `服务水平：${seconds} 秒内接听的占比，目标 ${percent}%；不到 ${short} 秒就放弃的不计入。处理时长是通话和保持，不包括话后处理。`,
    once: '同一通电话在每组只计一次，不论有几部电话振铃；没有录音的也计入。空白表示不知道。',
    withoutDirection: (calls) => `另有 ${calls} 通不知道方向，没有计入。`,
  },
  en: {
    columns: {
      ...{ offered: 'Offered', answered: 'Answered', abandoned: 'Abandoned', shortAbandoned: 'Abandoned at once' },
      ...{ missed: 'Missed', unknown: 'Not known', answeredElsewhere: 'Answered elsewhere', inTime: 'Service level' },
      ...{ inTimeLow: '95% from', inTimeHigh: '95% to', abandonment: 'Abandonment', abandonmentLow: '95% from' },
      ...{ abandonmentHigh: '95% to', speedOfAnswer: 'Average speed of answer (s)', speedN: 'Wait known' },
      ...{ handleTime: 'Average handle time (s)', handleN: 'Handle time known' },
    },
    within: (seconds, percent, short) =>
      `Service level: share answered within ${seconds} s, target ${percent}%; callers who gave up in less than ${short} s are left out. Handle time is talking and holding, without work after the call.`,
    once: 'A call counts once in each group, however many telephones rang, also without a recording. An empty cell is not known.',
    withoutDirection: (calls) => `${calls} more calls, whose direction is not known, are not counted.`,
  },
};
