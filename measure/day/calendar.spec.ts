import { minutesOf, momentOf, nextMonday, spokenTime } from './calendar.rules.js';

it('counts the minutes of a week', () => {
  expect(minutesOf('mon 00:00')).toBe(0);
  expect(minutesOf('tue 09:30')).toBe(33 * 60 + 30);
  expect(minutesOf('next 08:00')).toBe(7 * 24 * 60 + 480);
  expect(() => minutesOf('today 9')).toThrow('no time of the week');
});

it.each([
  ['a Friday', '2026-11-27T06:00:00Z', '2026-11-29T16:00:00.000Z'],
  ['a Monday, a week later', '2026-11-30T01:00:00Z', '2026-12-06T16:00:00.000Z'],
  ['a Sunday evening in Europe, which is Monday there', '2026-11-29T20:00:00Z', '2026-12-06T16:00:00.000Z'],
])('begins on the Monday after %s', (_when, now, monday) => {
  expect(nextMonday(new Date(now)).toISOString()).toBe(monday);
});

it('says times by the company’s clock', () => {
  const monday = new Date('2026-11-29T16:00:00Z');
  expect(momentOf(monday, 'mon 09:30').toISOString()).toBe('2026-11-30T01:30:00.000Z');
  expect(spokenTime(monday, momentOf(monday, 'wed 17:05'))).toBe('wed 17:05');
});
