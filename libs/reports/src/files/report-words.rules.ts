import {
  type ItemReportBy,
  type Language,
  type REPORT_FILTER_NAMES,
  type ReportBy,
  type ServiceReportBy,
} from '#contracts';

/** Filters of a report besides its period. */
export type NarrowedBy = Exclude<(typeof REPORT_FILTER_NAMES)[number], 'from' | 'to'>;

interface Words {
  by: Record<ReportBy | ItemReportBy | ServiceReportBy, string>;
  columns: Record<
    | 'staffNumber'
    | 'calls'
    | 'ringsWithin'
    | 'ringsKnown'
    | 'rings'
    | 'low'
    | 'high'
    | 'scored'
    | 'pointsN'
    | 'points'
    | 'critical'
    | 'abstained'
    | 'clause'
    | 'isCritical'
    | 'notTrusted'
    | 'met'
    | 'not_met'
    | 'told'
    | 'withoutMiss'
    | 'insufficient'
    | 'not_applicable',
    string
  >;
  /** What a report by week is grouped by; its column holds Mondays. */
  week: string;
  weekdays: readonly string[];
  title: (by: string) => string;
  period: string;
  made: string;
  narrowedBy: Record<NarrowedBy, string>;
  filter: (name: string) => string;
  /** Between the values of a filter. */
  comma: string;
  /** Something of the checklists named after it. */
  of: (what: string, checklists: string) => string;
  reach: string;
  reachesNone: string;
  total: string;
  yes: string;
  once: string;
  without: Record<'queue' | 'reviewer', string>;
  chance: string;
  agentPoints: string;
  items: string;
  both: string;
  notTrusted: string;
  noScores: string;
  leftOut: (rows: number) => string;
}

/** What files of reports say, as the screen says it. */
export const REPORT_WORDS: Record<Language, Words> = {
  zh: {
    by: {
      ...{ team: '班组', agent: '坐席', reviewer: '复核人', queue: '队列', client: '委托方', item: '评分项' },
      ...{ clause: '制度条款', day: '日期', week: '周一', hour: '星期和时刻' },
      ...{ service_queue: '队列', service_team: '班组', service_day: '日期' },
    },
    columns: {
      ...{ staffNumber: '工号', calls: '通话', ringsWithin: '三声之内接听', ringsKnown: '已知振铃时间' },
      ...{ rings: '三声之内占比', low: '95% 区间下限', high: '95% 区间上限', scored: '有效评分' },
      ...{ pointsN: '给出总分', points: '得分率', critical: '关键项未达成', abstained: '有无法判断的项' },
      ...{
        clause: '制度条款',
        isCritical: '关键项',
        notTrusted: '尚未可信',
        met: '达成',
        not_met: '未达成',
        withoutMiss: '达成占比',
        insufficient: '无法判断',
        told: '未达成（尚未可信）',
      },
      not_applicable: '不适用',
    },
    week: '周',
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    title: (by) => `通话报表：按${by}`,
    period: '时段',
    made: '生成时间',
    narrowedBy: {
      ...{ team: '班组', agent: '坐席', reviewer: '复核人', queue: '队列', client: '委托方' },
      ...{ language: '语言', direction: '方向' },
    },
    filter: (name) => `筛选：${name}`,
    comma: '、',
    of: (what, checklists) => `${what}（${checklists}）`,
    reach: '只包括您可以导出的班组',
    reachesNone: '无',
    total: '合计',
    yes: '是',
    once: '同一通电话在每组只计一次；转接到另一个班组的通话在两个班组都计入，合计只计一次。',
    without: { queue: '合计包括没有登记队列的通话。', reviewer: '合计包括没有人工复核生效的通话。' },
    agentPoints:
      '单个坐席的得分率不列出：有效评分里有按风险挑选的通话。单个坐席的均值只用未经挑选的通话：“待判断”页面上随机抽取的通话，或现场页上未经复核的自动评分。',
    chance: '区间重叠的差别可能只是偶然，不要据此排名。',
    items: '达成、未达成和不适用按有效评分统计；无法判断还包括没有生效的评分。',
    both: '一通电话在一段达成、在另一段未达成的，两栏都计入；占比里只计一次，算未达成。',
    notTrusted:
      '“尚未可信”栏列出语言的，这一项自动判的“未达成”在该语言的新评分里不扣分，也不应作为评价坐席的依据，因此另列一栏；有这样的结果时不给出占比。',
    noScores: '您的角色不能查看这些通话的全部评分。',
    leftOut: (rows) => `另有 ${rows} 行未列出。`,
  },
  en: {
    by: {
      ...{ team: 'Team', agent: 'Agent', reviewer: 'Reviewer', queue: 'Queue', client: 'Client', item: 'Item' },
      ...{ clause: 'Policy clause', day: 'Day', week: 'Monday', hour: 'Hour' },
      ...{ service_queue: 'Queue', service_team: 'Team', service_day: 'Day' },
    },
    columns: {
      ...{
        staffNumber: 'Staff number',
        calls: 'Calls',
        ringsWithin: 'Within three rings',
        ringsKnown: 'Ring time known',
      },
      ...{ rings: 'Share within three rings', low: '95% from', high: '95% to', scored: 'Scores that count' },
      ...{
        pointsN: 'With a total',
        points: 'Points',
        critical: 'Critical item not met',
        abstained: 'With items not judged',
      },
      ...{
        clause: 'Policy clause',
        isCritical: 'Critical',
        notTrusted: 'Not yet trusted',
        met: 'Met',
        not_met: 'Not met',
        withoutMiss: 'Share met',
        insufficient: 'Insufficient',
        told: 'Not met (not yet trusted)',
      },
      not_applicable: 'Not applicable',
    },
    week: 'Week',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    title: (by) => `Report of calls by ${by.toLowerCase()}`,
    period: 'Period',
    made: 'Made',
    narrowedBy: {
      ...{ team: 'Team', agent: 'Agent', reviewer: 'Reviewer', queue: 'Queue', client: 'Client' },
      ...{ language: 'Language', direction: 'Direction' },
    },
    filter: (name) => `Filter: ${name}`,
    comma: ', ',
    of: (what, checklists) => `${what} (${checklists})`,
    reach: 'Only teams whose calls you may export',
    reachesNone: 'none',
    total: 'Total',
    yes: 'Yes',
    once: 'A call counts once in each group; one that was handed on counts in both teams, and once in the total.',
    without: {
      queue: 'The total includes calls that name no queue.',
      reviewer: 'The total includes calls without a review that counts.',
    },
    agentPoints:
      'Points of single agents are not shown, because scores that count include calls chosen for their risk. Averages of one agent rest on calls that were not chosen: random draws on To judge, or automatic scores without a review on the floor.',
    chance: 'Where intervals overlap, differences may be chance: do not rank by them.',
    items: 'Met, not met and not applicable are counted by scores that count; insufficient also by scores that do not.',
    both: 'A call that met an item on one leg and missed it on another is counted under both, and in the share once, as not met.',
    notTrusted:
      'Where “Not yet trusted” names languages, an automatic “not met” of the item costs no points on new scores in them, and says little of an agent. It has a column of its own, and then no share is given.',
    noScores: 'Your roles do not show the scores of all these calls.',
    leftOut: (rows) => `${rows} more rows are not listed.`,
  },
};

/** What files call the directions of calls and their languages. */
export const TERMS = {
  zh: {
    direction: { inbound: '呼入', outbound: '呼出', internal: '内部' },
    spoken: { zh: '普通话', en: '英语' },
  },
  en: {
    direction: { inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' },
    spoken: { zh: 'Mandarin', en: 'English' },
  },
} as const;
