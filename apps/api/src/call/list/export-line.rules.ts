import { DateTime } from 'luxon';
import { type CallRow, type Language, type OutcomeCounts } from '#contracts';
import { csvLine } from '#platform/rules';
import { TERMS } from '#reports/rules';

const COLUMNS: Record<Language, readonly string[]> = {
  zh: [
    ...[
      '通话编号',
      '开始时间',
      '方向',
      '语言',
      '坐席',
      '工号',
      '班组',
      '客户',
      '事项',
      '时长（秒）',
      '进度',
      '原因代码',
    ],
    ...['达成', '未达成', '无法判断', '不适用', '首要问题', '首要问题结果', '得分', '满分', '已判定（%）'],
    '未达成（尚未可信）',
  ],
  en: [
    ...['Call id', 'Started', 'Direction', 'Language', 'Agent', 'Staff number', 'Team', 'Customer', 'Matter'],
    ...['Duration (s)', 'Stage', 'Reason code', 'Met', 'Not met', 'Insufficient', 'Not applicable', 'First issue'],
    ...['First issue outcome', 'Points', 'Of', 'Judged (%)', 'Not met (not yet trusted)'],
  ],
};

/** What files call fixed terms. */
export const EXPORT_WORDS = {
  zh: {
    ...TERMS.zh,
    outcome: { met: '达成', not_met: '未达成', not_applicable: '不适用', insufficient: '无法判断' },
    stage: {
      known: '已登记，等待录音',
      recorded: '已录音',
      sealed: '已封存',
      transcribed: '已转写',
      scored: '已评分',
      ringing: '振铃中',
      live: '通话中',
      ended: '已结束，没有录音',
      not_recorded: '未录音',
      needs_attention: '需要处理',
      given_up: '不再处理',
      destroyed: '录音已销毁',
    },
    withheld: '请您先判断，提交后显示',
    cut: (rows: number) => `只导出了前 ${rows} 通。请缩小筛选范围后再导出其余部分。`,
  },
  en: {
    ...TERMS.en,
    outcome: { met: 'Met', not_met: 'Not met', not_applicable: 'Not applicable', insufficient: 'Insufficient' },
    stage: {
      known: 'Known, no recording yet',
      recorded: 'Recorded',
      sealed: 'Sealed',
      transcribed: 'Transcribed',
      scored: 'Scored',
      ringing: 'Ringing',
      live: 'In progress',
      ended: 'Ended, without a recording',
      not_recorded: 'Not recorded',
      needs_attention: 'Needs attention',
      given_up: 'Given up',
      destroyed: 'Destroyed',
    },
    withheld: 'Yours to judge first; shown once yours is sent',
    cut: (rows: number) => `Only the first ${rows} rows were exported. Narrow the filters to export the rest.`,
  },
} as const;

export const headLine = (language: Language): string => csvLine(COLUMNS[language]);

/** Says in the file itself that it is not everything: a file is passed on without the screen that it came from. */
export const cutLine = (language: Language, rows: number): string => csvLine([EXPORT_WORDS[language].cut(rows)]);

/** What the row on the screen shows, masked as there; points only where they count. */
export function exportLine(row: CallRow, language: Language, timeZone: string): string {
  const words = EXPORT_WORDS[language];
  const { agent, score, durationMs } = row;
  const counts = ['met', 'not_met', 'insufficient', 'not_applicable'] satisfies (keyof OutcomeCounts)[];
  const worst = score?.worst ?? null;
  return csvLine([
    row.callId,
    DateTime.fromISO(row.startedAt, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm:ss'),
    words.direction[row.direction],
    row.language && words.spoken[row.language],
    agent.name[language],
    agent.staffNumber,
    agent.team.name[language],
    row.customer,
    row.matter,
    durationMs === null ? null : Math.round(durationMs / 1000),
    words.stage[row.stage],
    row.stageReason,
    ...counts.map((outcome) => (score ? score.counts[outcome] - (outcome === 'not_met' ? score.told : 0) : null)),
    row.scoreWithheld ? words.withheld : worst && worst.title[language],
    worst && words.outcome[worst.outcome],
    score?.points ?? null,
    score?.maxPoints ?? null,
    score ? Math.round(score.coverage * 1000) / 10 : null,
    score?.told ?? null,
  ]);
}
