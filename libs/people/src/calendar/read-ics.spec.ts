import { planCalendar, yearsAround } from './calendar-plan.rules.js';
import { readIcs } from './read-ics.js';

const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((e) => ['BEGIN:VEVENT', ...e, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const year = { from: '2026-01-01', to: '2026-12-31' };

describe('an iCalendar file', () => {
  it('gives holidays and worked weekend days, by Apple’s mark or by the title', () => {
    const { days, problems } = readIcs(
      file(
        ['DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261004', 'SUMMARY:国庆节（休）'],
        ['DTSTART;VALUE=DATE:20261010', 'SUMMARY:国庆节（班）'],
        ['DTSTART;VALUE=DATE:20260214', 'SUMMARY:春节', 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY'],
      ),
      null,
    );
    expect(problems).toEqual([]);
    expect(days.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2026-10-01 holiday',
      '2026-10-02 holiday',
      '2026-10-03 holiday',
      '2026-10-10 working_day',
      '2026-02-14 working_day',
    ]);
    expect(yearsAround(days)).toEqual(year);
  });

  it('follows what recurs within the period only, and not without end', () => {
    const yearly = ['DTSTART;VALUE=DATE:20000229', 'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1SA', 'SUMMARY:x'];
    expect(readIcs(file(yearly), year).days.map(({ day }) => day)).toEqual(['2026-09-05']);
    const flood = ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY', 'SUMMARY:x'];
    expect(readIcs(file(flood), year).days).toHaveLength(365);
    expect(readIcs(file(flood), { from: '2026-01-01', to: '2030-12-31' }).problems[0]?.words.en).toMatch(/too often/);
    const ancient = ['DTSTART;VALUE=DATE:18000101', 'RRULE:FREQ=DAILY', 'SUMMARY:x'];
    expect(readIcs(file(ancient), year).problems[0]?.words.en).toMatch(/too often/);
  });

  it('names the line of what it cannot take', () => {
    const { days, problems } = readIcs(
      file(
        ['DTSTART:20261001T090000Z', 'SUMMARY:timed'],
        ['SUMMARY:no start'],
        ['DTSTART;VALUE=DATE:20261002', 'DTEND;VALUE=DATE:20261001'],
      ),
      year,
    );
    expect([days, problems.map(({ line }) => line)]).toEqual([[], [3, 7, 10]]);
  });
});

describe('a plan for the calendar', () => {
  const day = (text: string, line: number, kind = 'holiday' as const) => ({ day: text, kind, name: 'x', line });
  it('touches no day outside its period', () => {
    const known = [{ day: '2025-10-01', kind: 'holiday' as const, name: 'old' }];
    const plan = planCalendar([day('2026-10-01', 2), day('2027-01-01', 3)], known, year);
    expect([plan.added.map((d) => d.day), plan.removed, plan.problems.map(({ line }) => line)]).toEqual([
      ['2026-10-01'],
      [],
      [3],
    ]);
  });
});
