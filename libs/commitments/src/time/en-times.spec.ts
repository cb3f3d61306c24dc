import { dueOf } from './due.rules.js';
import { findTimes } from './find-times.rules.js';
import { dueIn, NEW_YORK, rows, spoken } from './time.fixture.js';

/** Tuesday in an ordinary week, five days before the clocks go on. */
const TUESDAY = rows(`
  by Friday noon → 2026-03-06 12:00
  by noon on Friday → 2026-03-06 12:00
  within 24 hours → 2026-03-04 10:02
  within twenty-four hours → 2026-03-04 10:02
  within 48 hours → 2026-03-05 10:02
  in two working days → 2026-03-05 17:00
  within two business days → 2026-03-05 17:00
  within one business day → 2026-03-04 17:00
  three to five working days → 2026-03-10 17:00
  3-5 business days → 2026-03-10 17:00
  between 3 and 5 working days → 2026-03-10 17:00
  two or three working days → 2026-03-06 17:00
  the next business day → 2026-03-04 17:00
  the next working day at ten → 2026-03-04 10:00
  by close of business → 2026-03-03 17:00
  by close of business tomorrow → 2026-03-04 17:00
  tomorrow by close of business → 2026-03-04 17:00
  by the end of the day → 2026-03-03 17:00
  by end of day Friday → 2026-03-06 17:00
  by the end of the business day → 2026-03-03 17:00
  by COB Thursday → 2026-03-05 17:00
  before we close today → 2026-03-03 17:00
  tomorrow morning → 2026-03-04 12:00
  tomorrow → 2026-03-04 17:00
  by tomorrow → 2026-03-04 17:00
  the day after tomorrow → 2026-03-05 17:00
  tomorrow at three → 2026-03-04 15:00
  tomorrow at 3 → 2026-03-04 15:00
  tomorrow at 3 pm → 2026-03-04 15:00
  tomorrow at 3:30pm → 2026-03-04 15:30
  tomorrow at 3.30 p.m. → 2026-03-04 15:30
  at 9 a.m. tomorrow → 2026-03-04 09:00
  at nine o'clock tomorrow → 2026-03-04 09:00
  at half past two tomorrow → 2026-03-04 14:30
  next Tuesday at half past two → 2026-03-10 14:30
  at quarter to four tomorrow → 2026-03-04 15:45
  at a quarter past ten tomorrow → 2026-03-04 10:15
  ten to five tomorrow afternoon → 2026-03-04 16:50
  at two thirty tomorrow → 2026-03-04 14:30
  tomorrow at ten forty-five → 2026-03-04 10:45
  tomorrow afternoon → 2026-03-04 18:00
  tomorrow afternoon at four → 2026-03-04 16:00
  tomorrow evening → 2026-03-04 22:00
  tomorrow at noon → 2026-03-04 12:00
  by lunchtime tomorrow → 2026-03-04 13:00
  first thing tomorrow → 2026-03-04 12:00
  first thing tomorrow morning → 2026-03-04 12:00
  today → 2026-03-03 17:00
  today before five → 2026-03-03 17:00
  later today → 2026-03-03 17:00
  today at nine → 2026-03-03 21:00
  this afternoon → 2026-03-03 18:00
  by three this afternoon → 2026-03-03 15:00
  this evening → 2026-03-03 22:00
  tonight → 2026-03-03 22:00
  tonight at eight → 2026-03-03 20:00
  by midnight → 2026-03-03 23:59
  in the morning → 2026-03-03 12:00
  at eleven → 2026-03-03 11:00
  by 4 → 2026-03-03 16:00
  before 16:30 → 2026-03-03 16:30
  by noon → 2026-03-03 12:00
  in half an hour → 2026-03-03 10:32
  in an hour → 2026-03-03 11:02
  within the hour and a half → no_time
  in an hour and a half → 2026-03-03 11:32
  in a couple of hours → 2026-03-03 12:02
  in two hours → 2026-03-03 12:02
  in an hour or two → 2026-03-03 12:02
  in two and a half hours → 2026-03-03 12:32
  in ten minutes → 2026-03-03 10:12
  in 10 to 15 minutes → 2026-03-03 10:17
  in a quarter of an hour → 2026-03-03 10:17
  in three quarters of an hour → 2026-03-03 10:47
  in an hour's time → 2026-03-03 11:02
  within two days → 2026-03-05 17:00
  in a day or two → 2026-03-05 17:00
  in a couple of days → 2026-03-05 17:00
  within a week → 2026-03-10 17:00
  within two weeks → 2026-03-17 17:00
  in a fortnight → 2026-03-17 17:00
  within one fortnight → 2026-03-17 17:00
  within a month → 2026-04-03 17:00
  within 30 days → 2026-04-02 17:00
  in two days at ten → 2026-03-05 10:00
  on Friday → 2026-03-06 17:00
  by Friday → 2026-03-06 17:00
  before Friday → 2026-03-05 17:00
  Friday morning → 2026-03-06 12:00
  Friday at ten → 2026-03-06 10:00
  this Friday → 2026-03-06 17:00
  this coming Friday → 2026-03-06 17:00
  next Friday → 2026-03-13 17:00
  Friday next week → 2026-03-13 17:00
  by next Wednesday → 2026-03-11 17:00
  Friday week → 2026-03-13 17:00
  a week on Monday → 2026-03-16 17:00
  the Friday after next → 2026-03-20 17:00
  on Monday → 2026-03-09 17:00
  on Saturday → 2026-03-07 23:59
  Thursday or Friday → 2026-03-06 17:00
  on Tuesday → ambiguous_day
  this Monday → past
  by the end of the week → 2026-03-06 17:00
  this week → 2026-03-06 17:00
  by the end of next week → 2026-03-13 17:00
  next week → 2026-03-13 17:00
  over the weekend → 2026-03-08 23:59
  by the end of the month → 2026-03-31 17:00
  end of the month → 2026-03-31 17:00
  by the end of next month → 2026-04-30 17:00
  by the end of the year → 2026-12-31 17:00
  by the end of the quarter → 2026-03-31 17:00
  on the 3rd → 2026-03-03 17:00
  on the 5th → 2026-03-05 17:00
  by the fifth → 2026-03-05 17:00
  by the 1st → 2026-04-01 17:00
  on the twenty-first → 2026-03-21 23:59
  the 5th of next month → 2026-04-05 23:59
  on March 12th → 2026-03-12 17:00
  on 12 March → 2026-03-12 17:00
  the 12th of March at ten → 2026-03-12 10:00
  March the twelfth → 2026-03-12 17:00
  on January 5, 2027 → 2027-01-05 23:59
  on February 1st → past
  on June 31st → impossible
  on the 32nd → impossible
  between two and four tomorrow afternoon → 2026-03-04 16:00
  tomorrow between two and four → 2026-03-04 16:00
  tomorrow from 2 to 4 pm → 2026-03-04 16:00
  between 9 and 11 tomorrow morning → 2026-03-04 11:00
  tomorrow at three Eastern time → 2026-03-04 15:00
  tomorrow at three Pacific time → 2026-03-04 18:00
  tomorrow at three your time → customer_zone
  soon → no_time
  as soon as possible → no_time
  in a few days → no_time
  shortly → no_time
  right away → no_time
  in a while → no_time
  within several business days → no_time
  three days ago → no_time
  for the last two weeks → no_time
  since Monday → no_time
  our 24-hour service → no_time
  at one point → no_time
  every two weeks → no_time
  good morning → no_time
  have a lovely evening → no_time
  thanks for calling today → no_time
  anything else today → no_time
  the rest of the day → no_time
  within the same day → 2026-03-03 17:00`);

/** Saturday: tomorrow at two the clocks go on. */
const BEFORE_SUMMER_TIME = rows(`
  tomorrow at 2:30 am → 2026-03-08 03:30
  within 24 hours → 2026-03-08 16:02
  tomorrow at nine → 2026-03-08 09:00
  in two hours → 2026-03-07 17:02
  within one business day → 2026-03-09 17:00
  by close of business → 2026-03-09 17:00
  on Saturday → ambiguous_day
  next Monday → 2026-03-09 17:00
  by the end of the week → 2026-03-08 23:59
  this afternoon → 2026-03-07 18:00
  today → 2026-03-07 23:59`);

/** Saturday evening: tomorrow at two the clocks go back. */
const BEFORE_WINTER_TIME = rows(`
  tomorrow at 1:30 am → 2026-11-01 01:30
  within 24 hours → 2026-11-01 19:02
  tomorrow morning → 2026-11-01 12:00
  by noon → 2026-11-01 12:00
  at seven → ambiguous_hour
  at 3 pm → 2026-11-01 15:00
  today at five → past`);

/** Wednesday before Thanksgiving. */
const BEFORE_THANKSGIVING = rows(`
  in two working days → 2026-11-30 17:00
  the next business day → 2026-11-27 17:00
  tomorrow → 2026-11-26 23:59
  tomorrow by close of business → past
  in thirty working days → calendar_unknown
  by the end of the month → 2026-11-30 17:00`);

describe('times in English', () => {
  const cases = [
    ['on a Tuesday morning', '2026-03-03T10:00', TUESDAY],
    ['the day before summer time', '2026-03-07T15:00', BEFORE_SUMMER_TIME],
    ['the evening before winter time', '2026-10-31T20:00', BEFORE_WINTER_TIME],
    ['before a holiday', '2026-11-25T16:00', BEFORE_THANKSGIVING],
  ] as const;
  for (const [name, at, table] of cases) {
    it.each(table)(`${name}: %s → %s`, (words, due) => expect(dueIn(words, spoken(at, 'en', NEW_YORK))).toBe(due));
  }

  it('of an hour that comes twice means the second', () => {
    const when = spoken('2026-10-31T20:00', 'en', NEW_YORK);
    expect(when.saidAt.toISOString()).toBe('2026-11-01T00:00:00.000Z');
    expect(dueInstant('tomorrow at 1:30 am', '2026-10-31T20:00')).toBe('2026-11-01T06:30:00.000Z');
  });
});

function dueInstant(words: string, at: string): string {
  const when = spoken(at, 'en', { ...NEW_YORK, timeZone: 'America/New_York' });
  const [time] = findTimes(words, 'en');
  const due = dueOf(time!, when);
  return due.kind === 'at' ? due.at.toISOString() : due.reason;
}
