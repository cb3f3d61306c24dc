import { isQuietHour, isWorkingDay, mergedPeriods, nextWorkingTime, type WorkCalendar } from './working-time.rules.js';

const at = (text: string) => new Date(text);
const shanghai: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  days: new Map([
    ['2026-10-01', 'holiday'],
    ['2026-10-02', 'holiday'],
    ['2026-10-10', 'working_day'],
    ['2027-01-01', 'holiday'],
  ]),
  periods: [
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2027-01-01', to: '2027-01-31' },
  ],
  workingHours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
};

describe('whether a day is worked', () => {
  it.each<[string, boolean | null, string]>([
    ['2026-10-01', false, 'a holiday on a Thursday'],
    ['2026-10-10', true, 'a Saturday worked in exchange'],
    ['2026-10-11', false, 'a Sunday'],
    ['2026-10-12', true, 'a Monday'],
    ['2027-02-01', null, 'a Monday that the calendar does not cover'],
    ['2025-12-31', null, 'a Wednesday before it begins'],
  ])('%s is %s: %s', (day, works) => expect(isWorkingDay(day, shanghai)).toBe(works));

  it('takes periods that touch for one', () => {
    expect(mergedPeriods(shanghai.periods)).toEqual([{ from: '2026-01-01', to: '2027-01-31' }]);
    const apart = [
      { from: '2026-05-01', to: '2026-12-31' },
      { from: '2026-01-01', to: '2026-03-31' },
    ];
    expect(mergedPeriods(apart)).toEqual(apart.toReversed());
  });
});

describe('the next working time', () => {
  const next = (text: string, calendar = shanghai) => nextWorkingTime(at(text), calendar);
  it.each([
    ['inside working hours it is now', '2026-10-12T10:30:00+08:00', '2026-10-12T10:30:00+08:00'],
    ['before opening it is the opening', '2026-10-12T08:59:59+08:00', '2026-10-12T09:00:00+08:00'],
    ['at closing it is the next day', '2026-10-12T18:00:00+08:00', '2026-10-13T09:00:00+08:00'],
    ['over a holiday and a weekend', '2026-09-30T19:00:00+08:00', '2026-10-05T09:00:00+08:00'],
    ['to a worked Saturday', '2026-10-09T20:00:00+08:00', '2026-10-10T09:00:00+08:00'],
    ['over the end of the year', '2026-12-31T18:30:00+08:00', '2027-01-04T09:00:00+08:00'],
  ])('%s', (_, from, to) => expect(next(from)).toEqual({ known: true, at: at(to) }));

  it('is unknown where the calendar ends', () => {
    expect(next('2027-01-29T19:00:00+08:00')).toEqual({ known: false, after: '2027-01-31' });
    expect(next('2027-03-01T10:00:00+08:00')).toEqual({ known: false, after: '2027-02-28' });
  });

  it('keeps to the wall clock when summer time begins and ends', () => {
    const newYork: WorkCalendar = {
      timeZone: 'America/New_York',
      days: new Map(),
      periods: [{ from: '2026-01-01', to: '2026-12-31' }],
      workingHours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '02:30', to: '18:00' },
    };
    // 8 March 2026: 02:30 does not exist, the clocks go from 02:00 to 03:00.
    expect(next('2026-03-08T00:10:00-05:00', newYork)).toEqual({ known: true, at: at('2026-03-08T03:30:00-04:00') });
    expect(next('2026-03-08T19:00:00-04:00', newYork)).toEqual({ known: true, at: at('2026-03-09T02:30:00-04:00') });
    // 1 November 2026 has 25 hours.
    expect(next('2026-10-31T19:00:00-04:00', newYork)).toEqual({ known: true, at: at('2026-11-01T02:30:00-05:00') });
  });

  it('counts whole days without working hours', () => {
    const { workingHours: _, ...open } = shanghai;
    expect(next('2026-10-01T12:00:00+08:00', open)).toEqual({ known: true, at: at('2026-10-05T00:00:00+08:00') });
  });
});

describe('quiet hours', () => {
  const hours = [
    { region: 'CN', timeZone: 'Asia/Shanghai', from: '21:00', to: '08:00' },
    { region: 'US', timeZone: 'America/New_York', from: '21:00', to: '08:00' },
    { region: 'US', timeZone: 'America/Los_Angeles', from: '21:00', to: '08:00' },
    { region: 'US-TX', timeZone: 'America/Chicago', from: '12:00', to: '13:00' },
  ];
  const quiet = (text: string, region: string) => isQuietHour(at(text), region, hours);
  it('go over midnight, their end excluded', () => {
    expect(quiet('2026-12-31T20:59:59+08:00', 'CN')).toBe(false);
    expect(quiet('2026-12-31T21:00:00+08:00', 'CN')).toBe(true);
    expect(quiet('2027-01-01T07:59:59+08:00', 'CN-SH')).toBe(true);
    expect(quiet('2027-01-01T08:00:00+08:00', 'CN')).toBe(false);
  });
  it('are those of the subdivision where it has its own, and of every zone of a country', () => {
    expect(quiet('2026-07-01T12:30:00-05:00', 'US-TX')).toBe(true);
    expect(quiet('2026-07-01T22:30:00-05:00', 'US-TX')).toBe(false);
    expect(quiet('2026-07-01T09:00:00-04:00', 'US-NY')).toBe(true);
    expect(quiet('2026-07-01T12:00:00-04:00', 'US-NY')).toBe(false);
  });
  it('follow the region’s clocks through the change of time', () => {
    const berlin = [{ region: 'DE', timeZone: 'Europe/Berlin', from: '20:00', to: '08:00' }];
    expect(isQuietHour(at('2026-03-29T05:30:00Z'), 'DE', berlin)).toBe(true);
    expect(isQuietHour(at('2026-03-29T06:00:00Z'), 'DE', berlin)).toBe(false);
    expect(isQuietHour(at('2026-10-25T06:30:00Z'), 'DE', berlin)).toBe(true);
  });
  it('are unknown for a region that has none', () => expect(quiet('2026-12-31T21:00:00Z', 'FR')).toBeNull());
});
