import { type Language } from '#contracts';
import { type WorkCalendar } from '#people';
import { dueIn, NEW_YORK, rows, SHANGHAI, spoken } from './time.fixture.js';

const both = (language: Language, calendar: WorkCalendar, said: string, table: string): void =>
  describe(`said ${said} in ${calendar.timeZone}`, () => {
    test.each(rows(table))('%s → %s', (words, due) => expect(dueIn(words, spoken(said, language, calendar))).toBe(due));
  });

/** A place whose clocks change at night, and one without a calendar of holidays. */
const LONDON: WorkCalendar = { timeZone: 'Europe/London', days: new Map(), periods: [] };

describe('the end of a week', () => {
  both(
    'zh',
    SHANGHAI,
    '2026-09-27T20:00',
    `
    明天给您回电 → 2026-09-28 18:00
    大后天给您答复 → 2026-09-30 18:00
    大大后天给您答复 → 2026-10-01 23:59
    下周三给您答复 → 2026-09-30 18:00
    下下周一 → 2026-10-05 23:59
    这周日 → 2026-09-27 23:59
    下个礼拜天 → 2026-10-04 23:59
    周日给您回电 → ambiguous_day
    周一给您回电 → 2026-09-28 18:00`,
  );
  both(
    'en',
    NEW_YORK,
    '2026-03-06T10:00',
    `
    next Friday → 2026-03-13 17:00
    on Friday → ambiguous_day
    this Friday → 2026-03-06 17:00
    by the end of next week → 2026-03-13 17:00
    by the end of the week → 2026-03-06 17:00
    the day after tomorrow → 2026-03-08 23:59
    on Monday → 2026-03-09 17:00
    a week from Monday → 2026-03-16 17:00
    a week from today → 2026-03-13 17:00
    two weeks from today → 2026-03-20 17:00
    three days from now → 2026-03-09 17:00
    early next week → no_time
    sometime next week → 2026-03-13 17:00`,
  );
});

describe('the end of a month', () => {
  both(
    'zh',
    SHANGHAI,
    '2026-01-30T10:00',
    `
    下个月五号给您答复 → 2026-02-05 18:00
    下个月三十号 → impossible
    下下个月三号 → 2026-03-03 18:00
    下下个月底 → 2026-03-31 18:00
    月底前 → 2026-01-31 23:59
    下月底 → 2026-02-28 23:59
    二月底之前 → 2026-02-28 23:59
    3月底 → 2026-03-31 18:00
    一个月内 → 2026-02-28 23:59
    大后天 → 2026-02-02 18:00
    后天下午 → 2026-02-01 18:00
    下个月初给您答复 → no_time
    下周初给您答复 → no_time
    下月中旬给您答复 → no_time
    过两天给您答复 → no_time`,
  );
  both(
    'en',
    NEW_YORK,
    '2026-01-30T10:00',
    `
    by the end of the month → 2026-01-31 23:59
    by the end of next month → 2026-02-28 23:59
    by the end of February → 2026-02-28 23:59
    by the end of March → 2026-03-31 17:00
    the fifth of next month → 2026-02-05 17:00
    the first of the month → 2026-02-01 23:59
    on the 31st → 2026-01-31 23:59
    the day after tomorrow → 2026-02-01 23:59
    within a month → 2026-02-28 23:59
    at the beginning of next month → no_time
    in a few days → no_time
    in the next few days → no_time`,
  );
});

describe('the end of a year, just before midnight', () => {
  both(
    'zh',
    SHANGHAI,
    '2026-12-31T23:50',
    `
    明天给您回电 → 2027-01-01 23:59
    今天之内 → 2026-12-31 23:59
    月底前 → 2026-12-31 23:59
    年底前 → 2026-12-31 23:59
    半小时后 → 2027-01-01 00:22
    下个月五号 → 2027-01-05 18:00
    明年一月五号 → 2027-01-05 18:00
    一月五号 → 2027-01-05 18:00
    下周三 → 2027-01-06 18:00
    大后天 → 2027-01-03 23:59
    两个工作日内 → 2027-01-05 18:00
    今晚十二点前 → 2027-01-01 00:00`,
  );
  both(
    'en',
    NEW_YORK,
    '2025-12-31T23:50',
    `
    tomorrow morning → 2026-01-01 12:00
    by midnight → 2025-12-31 23:59
    in half an hour → 2026-01-01 00:22
    on the fifth of January → 2026-01-05 17:00
    the fifth of next month → 2026-01-05 17:00
    next Friday → 2026-01-09 17:00
    by the end of the month → 2025-12-31 23:59`,
  );
  test('the day is that of the site, even if it is another elsewhere', () => {
    // 23:50 in New York is the next day in Shanghai and in Coordinated Universal Time.
    expect(dueIn('tomorrow', spoken('2026-03-03T23:50', 'en', NEW_YORK))).toBe('2026-03-04 17:00');
    expect(dueIn('明天', spoken('2026-09-23T23:50', 'zh', SHANGHAI))).toBe('2026-09-24 18:00');
    expect(dueIn('明天', spoken('2026-09-24T00:10', 'zh', SHANGHAI))).toBe('2026-09-25 18:00');
  });
});

describe('the days on which clocks change', () => {
  both(
    'en',
    NEW_YORK,
    '2026-03-07T10:00',
    `
    tomorrow at 2:30 am → 2026-03-08 03:30
    tomorrow at ten → 2026-03-08 10:00
    within 24 hours → 2026-03-08 11:02
    within one day → 2026-03-08 23:59
    next Monday at nine → 2026-03-09 09:00`,
  );
  both(
    'en',
    NEW_YORK,
    '2026-10-31T10:00',
    `
    tomorrow at 1:30 am → 2026-11-01 01:30
    within 24 hours → 2026-11-01 09:02
    tomorrow morning → 2026-11-01 12:00
    by the end of the month → 2026-10-31 23:59
    next Friday → 2026-11-06 17:00`,
  );
  both(
    'en',
    LONDON,
    '2026-03-28T23:50',
    `
    in two hours → 2026-03-29 02:52
    tomorrow at three → 2026-03-29 15:00
    tomorrow → 2026-03-29 23:59
    by the end of next week → calendar_unknown`,
  );
});
