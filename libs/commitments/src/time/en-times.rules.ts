import { EN_NUMERAL as N, EN_ORDINAL as NTH, readEnNumeral } from './numerals.rules.js';
import { type ClockWords, type PartOfDay, type SpanUnit, type TimeGrammar } from './time-mention.js';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAY = `(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|saturday|sunday)\\b`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b`;
const PARTS: Record<string, PartOfDay> = {
  ...{ morning: 'morning', noon: 'noon', midday: 'noon', lunchtime: 'lunch', lunch: 'lunch', afternoon: 'afternoon' },
  ...{ evening: 'evening', night: 'night', midnight: 'midnight', 'first thing': 'morning' },
};
const ZONES: Record<string, string> = {
  ...{ eastern: 'America/New_York', central: 'America/Chicago', mountain: 'America/Denver' },
  ...{ pacific: 'America/Los_Angeles', beijing: 'Asia/Shanghai', uk: 'Europe/London', london: 'Europe/London' },
};
const OF_MONTH: Readonly<Record<string, number>> = { this: 0, next: 1 };
const HALVES = '(?:\\s*(a\\.?m\\b\\.?|p\\.?m\\b\\.?))';

const weekdayOf = (word: string): number => WEEKDAYS.findIndex((day) => day.startsWith(word.slice(0, 3))) + 1;
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;
const halfOf = (word: string | undefined): ClockWords['half'] => (word ? (word.startsWith('a') ? 'am' : 'pm') : null);
const clock = (hour: number, minute: number, half?: string): { clock: ClockWords } => ({
  clock:
    minute < 0 ? { hour: hour - 1, minute: 60 + minute, half: halfOf(half) } : { hour, minute, half: halfOf(half) },
});
const date = (day: string, month: string | null, year?: string) => ({
  day: {
    kind: 'date' as const,
    year: year ? Number(year) : null,
    month: month === null ? null : monthOf(month),
    monthOffset: null,
    day: readEnNumeral(day),
  },
});

function weekOf(word: string | undefined) {
  if (word === undefined || /coming$/.test(word)) return 'coming';
  return word === 'this' ? 'this' : word.endsWith('next') ? 'next' : 'past';
}

/** Taken out, so that no smaller piece of it is read: "early next week" is not the end of next week. */
const NO_TIME = { day: { kind: 'weekday', weekday: 1, week: 'past' } } as const;
const VAGUE: TimeGrammar['pieces'] = [
  {
    pattern: new RegExp(
      `(?:early(?: in)?|(?:the )?(?:beginning|start|middle) of|mid[- ]?) ?(?:(?:the|this|next|the next) )?(?:week|month|year|${MONTH})`,
      'y',
    ),
    read: () => NO_TIME,
  },
];

const NAMED_DAYS: TimeGrammar['pieces'] = [
  { pattern: /(?:the )?day after tomorrow\b/y, read: () => ({ day: { kind: 'offset', days: 2 } }) },
  { pattern: /tomorrow\b/y, read: () => ({ day: { kind: 'offset', days: 1 } }) },
  {
    pattern:
      /(?:(?<!\b(?:calling|your time|else|help you|assist you|helping you|assisting you|calling us|help|here) )today|(?:the )?(?:very same|same) day|this very day)\b/y,
    read: () => ({ day: { kind: 'offset', days: 0 } }),
  },
  { pattern: /(?:tonight|this evening)\b/y, read: () => ({ day: { kind: 'offset', days: 0 }, part: 'evening' }) },
  {
    pattern: /this (morning|afternoon)\b/y,
    read: ([, part]) => ({ day: { kind: 'offset', days: 0 }, part: PARTS[part!]! }),
  },
  {
    pattern: /(?:the |our )?(?:next|following) (?:working|business) day\b/y,
    read: () => ({ day: { kind: 'next_working_day' } }),
  },
  {
    pattern: new RegExp(`(?:the )?${WEEKDAY} after next\\b`, 'y'),
    read: ([, day]) => ({ day: { kind: 'weekday', weekday: weekdayOf(day!), week: 'after_next' } }),
  },
  {
    pattern: new RegExp(`(?:a )?week (?:on|from) ${WEEKDAY}|${WEEKDAY} week\\b`, 'y'),
    read: ([, before, after]) => ({
      day: { kind: 'weekday', weekday: weekdayOf((before ?? after)!), week: 'week_on' },
    }),
  },
  {
    pattern: new RegExp(`${WEEKDAY} (?:of )?next week\\b`, 'y'),
    read: ([, day]) => ({ day: { kind: 'weekday', weekday: weekdayOf(day!), week: 'next' } }),
  },
  {
    pattern: new RegExp(`(?:(this coming|the coming|coming|this|(?:the )?next|last|since|previous) )?${WEEKDAY}`, 'y'),
    read: ([, week, day]) => ({ day: { kind: 'weekday', weekday: weekdayOf(day!), week: weekOf(week) } }),
  },
];

const PERIODS: TimeGrammar['pieces'] = [
  {
    pattern: /(?:the )?end of (?:(?:the|this|our) )?(next )?(week|month|quarter|year)\b/y,
    read: ([, next, unit]) => ({ day: { kind: 'end_of', unit: unit as 'week', offset: next ? 1 : 0 } }),
  },
  {
    pattern: new RegExp(`(?:the )?end of ${MONTH}(?:,? (\\d{4}))?`, 'y'),
    read: ([, month, year]) => ({ day: { ...date('1', month!, year).day, day: 'last' } }),
  },
  { pattern: /(?:the )?month[- ]end\b/y, read: () => ({ day: { kind: 'end_of', unit: 'month', offset: 0 } }) },
  { pattern: /(?:the )?year[- ]end\b/y, read: () => ({ day: { kind: 'end_of', unit: 'year', offset: 0 } }) },
  {
    pattern: /(?:(?:over )?the|this|next|at the) weekend\b/y,
    read: ([text]) => ({ day: { kind: 'end_of', unit: 'weekend', offset: text.startsWith('next') ? 1 : 0 } }),
  },
  {
    pattern: /(?:later )?(this|next) (week|month|year)\b/y,
    read: ([, which, unit]) => ({ day: { kind: 'end_of', unit: unit as 'week', offset: which === 'next' ? 1 : 0 } }),
  },
];

const DATES: TimeGrammar['pieces'] = [
  {
    pattern: /(\d{4})-(\d{2})-(\d{2})\b/y,
    read: ([, year, month, day]) => ({
      day: { kind: 'date', year: Number(year), month: Number(month), monthOffset: null, day: Number(day) },
    }),
  },
  {
    pattern: new RegExp(`(?:the )?(${NTH}|\\d{1,2})(?: of)? ${MONTH}(?:,? (\\d{4}))?`, 'y'),
    read: ([, day, month, year]) => date(day!, month!, year),
  },
  {
    pattern: new RegExp(`${MONTH} (?:the )?(${NTH}|\\d{1,2}\\b(?!:))(?:,? (\\d{4}))?`, 'y'),
    read: ([, month, day, year]) => date(day!, month!, year),
  },
  {
    // "The first of the month" is the next first.
    pattern: new RegExp(`the (${NTH}) of (this|next|the) month\\b`, 'y'),
    read: ([, day, which]) => ({ day: { ...date(day!, null).day, monthOffset: OF_MONTH[which!] ?? null } }),
  },
  {
    pattern: new RegExp(
      `(?:(?<=\\b(?:on|by|before|until|till) )the (${NTH})|(?<=\\b(?:on|by|before|until|till) )(\\d{1,2}(?:st|nd|rd|th))|the (\\d{1,2}(?:st|nd|rd|th)))\\b(?! (?:floor|party|time|line|of the|call|attempt|thing|one))`,
      'y',
    ),
    read: ([, a, b, c]) => date((a ?? b ?? c)!, null),
  },
];

const UNITS: Record<string, SpanUnit> = { minute: 'minute', min: 'minute', hour: 'hour', hr: 'hour', day: 'day' };
const UNIT = '((?:working|business|calendar|more)[- ])?(minute|min|hour|hr|day|week|month|fortnight)s?';

function spanOf(amount: number, kind: string | undefined, unit: string, half = false) {
  if (Number.isNaN(amount)) return null;
  const all = amount + (half ? 0.5 : 0);
  if (/^(working|business)/.test(kind ?? '')) {
    return unit === 'day' ? { span: { amount: Math.ceil(all), unit: 'working_day' as const } } : null;
  }
  if (unit === 'fortnight') return { span: { amount: Math.ceil(all * 14), unit: 'day' as const } };
  const known = UNITS[unit] ?? (unit as SpanUnit);
  if (known === 'hour') return { span: { amount: Math.round(all * 60), unit: 'minute' as const } };
  return { span: { amount: Math.ceil(all), unit: known } };
}

/** Times gone by, or how often or how long something was: no deadline. */
const GONE =
  '(?<!\\b(?:for|last|past|previous|every|each|per|these|those|was|were|took|been|waited|the last|the past) )';

const SPANS: TimeGrammar['pieces'] = [
  {
    pattern: new RegExp(`(?:${N}|an?) ${UNIT} ago\\b`, 'y'),
    read: () => NO_TIME,
  },
  {
    pattern: /(?:a |the )?half(?: an?|-an?)? (hour|day)\b|half-hour\b/y,
    read: ([, unit = 'hour']) => ({ span: { amount: unit === 'day' ? 720 : 30, unit: 'minute' } }),
  },
  {
    pattern: /(?:an hour and a half|one and a half hours)\b/y,
    read: () => ({ span: { amount: 90, unit: 'minute' } }),
  },
  {
    pattern: /(?:three quarters of an hour|a quarter of an hour)\b/y,
    read: ([text]) => ({ span: { amount: text.startsWith('three') ? 45 : 15, unit: 'minute' } }),
  },
  {
    pattern: new RegExp(`${GONE}(?:an?|one) (working |business )?(minute|hour|day|week|month) or two\\b`, 'y'),
    read: ([, kind, unit]) => spanOf(2, kind, unit!),
  },
  {
    pattern: new RegExp(`${GONE}(?:a )?couple(?: of| more)? ${UNIT}\\b`, 'y'),
    read: ([, kind, unit]) => spanOf(2, kind, unit!),
  },
  {
    pattern: new RegExp(
      `${GONE}(?:${N} (?:to|or|and) |\\d+ ?[-–] ?)?(${N})( and a half)?[- ]${UNIT}\\b(?: from (?:now|today))?(?!'s? (?:ago)|[- ](?:service|line|hotline|support|guarantee|trial|warranty|old|ago|plan|contract))`,
      'y',
    ),
    read: ([, amount, half, kind, unit]) => spanOf(readEnNumeral(amount!), kind, unit!, Boolean(half)),
  },
  {
    pattern: new RegExp(`${GONE}(?<=\\b(?:in|within|under|inside|about|over|than|take|takes) )an? ${UNIT}\\b`, 'y'),
    read: ([, kind, unit]) => spanOf(1, kind, unit!),
  },
  {
    pattern: /an? (?:hour|day|week|month)(?: from (?:now|today)|(?=(?:'s time| or so)))/y,
    read: ([text]) => spanOf(1, '', text.split(' ')[1]!),
  },
];

const MINUTES = 'thirty|fifteen|forty[- ]five|twenty(?:[- ]five)?|forty|fifty(?:[- ]five)?|ten|thirty[- ]five';
/** What follows a bare number that is no hour. */
const NO_HOUR = `(?! ?(?:%|percent|hours?|minutes?|mins?|days?|weeks?|months?|years?|working|business|pounds?|dollars?|euros?|yuan|people|times?|point|of|more|stage|per|digits?)\\b| (?:or|to|and) (?:${N}|an?|a half)\\b|[\\d.,]\\d|st|nd|rd|th)`;

const CLOCKS: TimeGrammar['pieces'] = [
  {
    pattern: new RegExp(`(\\d{1,2})[:.](\\d{2})(?!\\d)${HALVES}?`, 'y'),
    read: ([, hour, minute, half]) => clock(Number(hour), Number(minute), half),
  },
  {
    // "By half five", as in Britain and Ireland.
    pattern: new RegExp(`half (?:past )?(${N})${HALVES}?(?! (?:hours?|days?|price|term|dozen)\\b)`, 'y'),
    read: ([, hour, half]) => clock(readEnNumeral(hour!), 30, half),
  },
  {
    pattern: new RegExp(`(?:a )?quarter (past|after|to) (${N})${HALVES}?`, 'y'),
    read: ([, side, hour, half]) => clock(readEnNumeral(hour!), side === 'to' ? -15 : 15, half),
  },
  {
    pattern: new RegExp(`(five|ten|twenty(?:[- ]five)?)(?: minutes)? (past|to) (${N})${HALVES}?`, 'y'),
    read: ([, minutes, side, hour, half]) =>
      clock(readEnNumeral(hour!), (side === 'to' ? -1 : 1) * readEnNumeral(minutes!), half),
  },
  {
    pattern: new RegExp(`(${N}) (${MINUTES})\\b${HALVES}?${NO_HOUR}`, 'y'),
    read: ([, hour, minute, half]) =>
      readEnNumeral(hour!) > 12 ? null : clock(readEnNumeral(hour!), readEnNumeral(minute!), half),
  },
  {
    pattern: new RegExp(`(${N})(?:${HALVES}| ?o'? ?clock\\b${HALVES}?)`, 'y'),
    read: ([, hour, a, b]) => clock(readEnNumeral(hour!), 0, a ?? b),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:at|by|before|until|till|around|about|from|between|than|and|to) )(?!one\\b(?! (?:tomorrow|today|on|this|next)|[.?!,]|$))(${N})\\b${NO_HOUR}`,
      'y',
    ),
    read: ([, hour]) => (readEnNumeral(hour!) > 12 ? null : clock(readEnNumeral(hour!), 0)),
  },
  {
    // "between two and four": the first of the two, which the second then replaces.
    pattern: new RegExp(`(?<=\\b(?:between|from) )(${N})(?= (?:and|to|until|till) )`, 'y'),
    read: ([, hour]) => (readEnNumeral(hour!) > 12 ? null : clock(readEnNumeral(hour!), 0)),
  },
];

const PLACES: TimeGrammar['pieces'] = [
  {
    pattern:
      /(?:the )?(?:close of (?:business|play|day)|cob|eod|end of (?:(?:the|this|our|your) )?(?:business |working )?day|end of (?:business|play)|closing(?: time)?|(?:we|the office) closes?)\b/y,
    read: () => ({ closing: true }),
  },
  { pattern: /your (?:local )?time\b/y, read: () => ({ zone: 'customer' }) },
  {
    pattern: /(eastern|central|mountain|pacific|beijing|uk|london)(?: standard| daylight)? time\b/y,
    read: ([, place]) => ({ zone: ZONES[place!]! }),
  },
  { pattern: /(?:gmt|utc)\b/y, read: () => ({ zone: 'utc' }) },
  {
    pattern:
      /first thing|(?:(?:early|late|mid)[- ])?(?:in the )?(?<!\b(?:good|nice|lovely|great|pleasant|wonderful) )(morning|afternoon|evening|night)|noon|midday|lunch(?:time)?|midnight/y,
    read: ([text, part]) => ({ part: PARTS[part ?? text]! }),
  },
  {
    pattern: /before (?=(?:this |next |the )?(?:mon|tue|wed|thu|fri|sat|sun|\d|weekend))/y,
    read: () => ({ before: true }),
  },
];

/** How times are said in English. */
export const EN_TIMES: TimeGrammar = {
  pieces: [...PLACES.slice(-1), ...VAGUE, ...NAMED_DAYS, ...PERIODS, ...DATES, ...SPANS, ...CLOCKS, ...PLACES],
  atWords: true,
  joins:
    /^(?:[\s,]|\b(?:at|in|on|of|by|the|before|around|about|or so|no later than|latest|or|sharp|end|from|between|time|our|your|'s)\b|'s)*$/,
  ranges: /^(?: |,)*(?:to|until|till|or|and|-|–|through)(?: |,)*(?:the |on )?$/,
  normalise: (text) => text.toLowerCase().replace(/[’‘]/g, "'"),
};
