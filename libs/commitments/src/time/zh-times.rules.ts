import { readZhNumeral, ZH_NUMERAL as N } from './numerals.rules.js';
import { type PartOfDay, type SpanUnit, type TimeGrammar } from './time-mention.js';

const DAYS: Record<string, number> = {
  ...{ 今: 0, 今天: 0, 今日: 0, 今儿: 0, 当天: 0, 当日: 0, 明: 1, 明天: 1, 明日: 1, 明儿: 1, 次日: 1, 隔天: 1 },
  ...{ 第二天: 1, 后: 2, 后天: 2, 大后天: 3, 大大后天: 4, 今明两天: 1, 明后天: 2, 明后两天: 2 },
};
const PARTS: Record<string, PartOfDay> = {
  ...{
    凌晨: 'dawn',
    清晨: 'morning',
    清早: 'morning',
    一早: 'morning',
    早晨: 'morning',
    早上: 'morning',
    早: 'morning',
  },
  ...{
    上午: 'morning',
    中午: 'noon',
    正午: 'noon',
    午后: 'afternoon',
    下午: 'afternoon',
    傍晚: 'dusk',
    晚上: 'evening',
  },
  ...{ 晚间: 'evening', 晚: 'evening', 夜里: 'night', 半夜: 'night', 午夜: 'midnight', 午饭: 'lunch' },
};
const UNITS: Record<string, SpanUnit> = {
  ...{ 分钟: 'minute', 小时: 'hour', 钟头: 'hour', 天: 'day', 日: 'day', 自然日: 'day', 工作日: 'working_day' },
  ...{ 工作天: 'working_day', 周: 'week', 星期: 'week', 礼拜: 'week', 月: 'month' },
};
const WEEKDAYS = '一二三四五六日天';
const ZONES: Record<string, string> = { 北京: 'Asia/Shanghai', 纽约: 'America/New_York', 伦敦: 'Europe/London' };
const WEEKS: Record<string, number> = { 这: 0, 本: 0, 下: 1, 下下: 2 };

const ordinal = (weekday: string): number => Math.min(WEEKDAYS.indexOf(weekday) + 1, 7);
const weekOf = (word = ''): 'coming' | 'this' | 'next' | 'after_next' | 'past' =>
  word.startsWith('下下')
    ? 'after_next'
    : word.startsWith('下')
      ? 'next'
      : word.startsWith('上')
        ? 'past'
        : word === ''
          ? 'coming'
          : 'this';

/** 一个半小时 is an hour and a half; 半个月 is counted as fifteen days, 三刻钟 as forty-five minutes. */
function spanOf(amount: number, unit: string, half: boolean): { amount: number; unit: SpanUnit } | null {
  if (Number.isNaN(amount)) return null;
  if (unit === '刻钟') return { amount: amount * 15, unit: 'minute' };
  const known = UNITS[unit.replace(/^个/, '')];
  if (!known) return null;
  const all = amount + (half ? 0.5 : 0);
  if (known === 'hour') return { amount: all * 60, unit: 'minute' };
  if (known === 'month' && all % 1 !== 0) return { amount: all * 30, unit: 'day' };
  return { amount: Math.ceil(all), unit: known };
}

/** What a following word makes of it: a service, a guarantee, a time gone by; no deadline. */
const NO_DEADLINE = '(?!前|来|了|的?(?:客服|热线|服务|营业|在线|人工|开放|值班|无理由|试用|有效|免费|会员|套餐))';
const UNIT =
  '(?:个?工作日|个?工作天|个?自然日|个?小时|个?钟头|分钟|刻钟|个?星期|个?礼拜|个月|周(?![一二三四五六日天末])|天|日)';
const AFTER = '(?:之内|以内|内|之后|以后|后|左右|时间)?';

/** Taken out, so that no smaller piece of it is read: 下周初 is not the end of next week. */
const NO_TIME = { day: { kind: 'weekday', weekday: 1, week: 'past' } } as const;
const VAGUE: TimeGrammar['pieces'] = [
  {
    pattern: new RegExp(
      `(?:这个?|本|下下个?|下个?)?(?:周|星期|礼拜)初|(?:这个?|本|下下个?|下个?|${N})月(?:份)?的?(?:初|中旬?|上旬|下旬|前后|左右)(?!间)|[今明]?年(?:初|中(?!心))|再?过(?:一?两|两三|几)(?:天|周|个星期|个?月)`,
      'y',
    ),
    read: () => NO_TIME,
  },
];
const monthsOf = (word = ''): number => (word.startsWith('下下') ? 2 : word.startsWith('下') ? 1 : 0);

const NAMED_DAY: TimeGrammar['pieces'] = [
  {
    pattern: /今明两天|明后两天|明后天|大大后天|大后天|今天|今日|今儿|当天|当日|明天|明日|明儿|次日|隔天|第二天|后天/y,
    read: ([text]) => ({ day: { kind: 'offset', days: DAYS[text]! } }),
  },
  { pattern: /[今明](?=早|晚)/y, read: ([text]) => ({ day: { kind: 'offset', days: DAYS[text]! } }) },
  { pattern: /(?:下一?个?|次一?个?)工作日/y, read: () => ({ day: { kind: 'next_working_day' } }) },
  {
    pattern: /(这个?|本|下下个?|下个?|上个?)?(?:周|星期|礼拜)([一二三四五六日天])/y,
    read: ([, week, weekday]) => ({ day: { kind: 'weekday', weekday: ordinal(weekday!), week: weekOf(week) } }),
  },
  {
    pattern: /(这个?|本|下下个?|下个?)?(?:周|星期|礼拜)末(?!愉快|快乐)/y,
    read: ([, week = '本']) => ({
      day: { kind: 'end_of', unit: 'weekend', offset: WEEKS[week.replace('个', '')] ?? 0 },
    }),
  },
  {
    pattern: /(这个?|本|下下个?|下个?)(?:周|星期|礼拜)(?:之内|以内|内|里)?/y,
    read: ([, week]) => ({ day: { kind: 'end_of', unit: 'week', offset: WEEKS[week!.replace('个', '')] ?? 0 } }),
  },
];

const DATES: TimeGrammar['pieces'] = [
  {
    pattern: new RegExp(`(?:(今年|明年|\\d{4}年))?(${N})月份?(${N})[号日]`, 'y'),
    read: ([, year, month, day]) => ({
      day: {
        kind: 'date',
        year: year === undefined || year === '今年' ? null : year === '明年' ? 'next' : Number(year.slice(0, 4)),
        month: readZhNumeral(month!),
        monthOffset: null,
        day: readZhNumeral(day!),
      },
    }),
  },
  {
    pattern: /(\d{4})-(\d{1,2})-(\d{1,2})/y,
    read: ([, year, month, day]) => ({
      day: { kind: 'date', year: Number(year), month: Number(month), monthOffset: null, day: Number(day) },
    }),
  },
  {
    pattern: new RegExp(`(${N})月份?(?:底|末)(?:之前|以前|前)?`, 'y'),
    read: ([, month]) => ({
      day: { kind: 'date', year: null, month: readZhNumeral(month!), monthOffset: null, day: 'last' },
    }),
  },
  {
    pattern: /(这个?|本|下下个?|下个?)?月(?:底|末)(?:之前|以前|前)?/y,
    read: ([, month]) => ({ day: { kind: 'end_of', unit: 'month', offset: monthsOf(month) } }),
  },
  {
    pattern: new RegExp(
      `(?<![工单编账尾票桌房线路栋第])(这个?月|本月|下下个?月|下个?月)的?(${N})[号日](?!线|楼|店|窗|门|机|房|桌|库|院)`,
      'y',
    ),
    read: ([, month, day]) => ({
      day: {
        kind: 'date',
        year: null,
        month: null,
        monthOffset: monthsOf(month),
        day: readZhNumeral(day!),
      },
    }),
  },
  {
    pattern: new RegExp(
      `(?<![工单编账尾票桌房线路栋第零〇一二两三四五六七八九十百\\d月])(${N})(?:号(?!线|楼|店|窗|门|机|房|桌|库|院|码)|日(?!内|之内|以内|后|之后|以后|元|本|常))`,
      'y',
    ),
    read: ([, day]) => ({
      day: { kind: 'date', year: null, month: null, monthOffset: null, day: readZhNumeral(day!) },
    }),
  },
  {
    pattern: /(这个?|本|下下个?|下个?)月(?:之内|以内|内|里)?/y,
    read: ([, month]) => ({ day: { kind: 'end_of', unit: 'month', offset: monthsOf(month) } }),
  },
  { pattern: /(?:这个?|本)?季度?(?:底|末)/y, read: () => ({ day: { kind: 'end_of', unit: 'quarter', offset: 0 } }) },
  {
    pattern: /(今年|明年)?年?(?<!去)(?:年底|年末)|今年底|今年内|年内/y,
    read: ([text]) => ({ day: { kind: 'end_of', unit: 'year', offset: text.startsWith('明') ? 1 : 0 } }),
  },
];

const SPANS: TimeGrammar['pieces'] = [
  {
    // Gone by, or how often: taken out, so that no smaller piece of it is read.
    pattern: new RegExp(`(?:过去|最近|每隔?|已经|等了|近)(?:${N}|半)${UNIT}|${N}${UNIT}(?:之?前|来|了)`, 'y'),
    read: () => NO_TIME,
  },
  {
    pattern: new RegExp(`半(个?小时|个?钟头|个月|天)${AFTER}${NO_DEADLINE}`, 'y'),
    read: ([, unit]) =>
      unit === '天' ? { span: { amount: 12 * 60, unit: 'minute' } } : { span: spanOf(0, unit!, true) },
  },
  {
    pattern: new RegExp(
      `(?<!第)(?:${N}${UNIT}?(?:到|至|-|－|—|~|～|或者?))?(${N})(个半)?(${UNIT})(半)?${AFTER}${NO_DEADLINE}`,
      'y',
    ),
    read: ([, amount, halfBefore, unit, halfAfter]) => ({
      span: spanOf(readZhNumeral(amount!), unit!, Boolean(halfBefore ?? halfAfter)),
    }),
  },
];

const CLOCKS: TimeGrammar['pieces'] = [
  {
    pattern: /(\d{1,2})[:：](\d{2})/y,
    read: ([, hour, minute]) => ({ clock: { hour: Number(hour), minute: Number(minute), half: null } }),
  },
  {
    pattern: new RegExp(`差(一刻|${N}分)钟?(?:到)?(${N})点`, 'y'),
    read: ([, less, hour]) => ({
      clock: {
        hour: readZhNumeral(hour!) - 1,
        minute: 60 - (less === '一刻' ? 15 : readZhNumeral(less!.replace('分', ''))),
        half: null,
      },
    }),
  },
  {
    // 一点 is "a little" unless something shows that a clock is meant.
    pattern: new RegExp(
      `(?<![零〇一二两三四五六七八九十百\\d])(?:(?<=上午|下午|中午|晚上|凌晨|早上|夜里|[天日今明一二三四五六到至前])|(?!一点(?!钟|半|整|前|之前|以前|左右|到|[零〇一二三四五])))(${N})(?:点|时(?!间|候|段|长|效|刻))(?:(半)|([一三])刻|(${N})分?|钟|整)?(?!儿)`,
      'y',
    ),
    read: ([, hour, half, quarter, minute]) => ({
      clock: {
        hour: readZhNumeral(hour!),
        minute: half ? 30 : quarter ? readZhNumeral(quarter) * 15 : minute ? readZhNumeral(minute) : 0,
        half: null,
      },
    }),
  },
];

const PLACES: TimeGrammar['pieces'] = [
  { pattern: /下班|收工|打烊|(?:营业|工作时间)结束/y, read: () => ({ closing: true }) },
  {
    pattern: /(北京|纽约|伦敦)时间/y,
    read: ([, place]) => ({ zone: ZONES[place!]! }),
  },
  { pattern: /[您你](?:那边|那里|当地|所在地)的?时间/y, read: () => ({ zone: 'customer' }) },
  {
    pattern:
      /凌晨|清晨|清早|一早|早晨|(?:早上|上午|中午|下午|晚上)(?!好)|正午|午后|傍晚|晚间|夜里|半夜|午夜|午饭(?=前|之前|以前)|(?<=[今明后天])[早晚](?!点|些|一点)/y,
    read: ([text]) => ({ part: PARTS[text]! }),
  },
];

/** How times are said in Mandarin. */
export const ZH_TIMES: TimeGrammar = {
  pieces: [...VAGUE, ...NAMED_DAY, ...DATES, ...SPANS, ...CLOCKS, ...PLACES],
  atWords: false,
  joins: /^(?:\s|,|，|的|之前|以前|前|在|那天|当天)*$/u,
  ranges: /^\s*(?:之前|前)?(?:到|至|-|－|—|~|～|或者?|、|和)\s*$/u,
  normalise: (text) => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
};
