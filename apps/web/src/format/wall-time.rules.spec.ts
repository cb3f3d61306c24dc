import { describe, expect, it } from '@jest/globals';
import { wallTime, dayAfter, fromWallClock, instantOf, toWallClock } from './wall-time.rules.js';
import { siteDay } from './use-format.js';

describe('a typed time', () => {
  it.each([
    ['2026-03-12 14:02', '2026-03-12T14:02'],
    ['2026/3/2 9:05', '2026-03-02T09:05'],
    ['2026-02-30 10:00', null],
    ['2026-03-12 25:00', null],
    ['12 March', null],
    ['2026-03-12 14:02:09', null],
  ])('%s is %s', (typed, wall) => expect(wallTime(typed)).toBe(wall));
  it.each([
    ['2026-03-12 14:02:09', '2026-03-12T14:02:09'],
    ['2026/3/2 9:05', '2026-03-02T09:05:00'],
    ['2026-03-12 14:02:60', null],
  ])('%s to the second is %s', (typed, wall) => expect(wallTime(typed, 'second')).toBe(wall));
  it.each([
    ['2026-03-12', '2026-03-12'],
    ['2026/3/2', '2026-03-02'],
    ['2026-02-30', null],
    ['2026-03-12 14:02', null],
  ])('%s as a day is %s', (typed, wall) => expect(wallTime(typed, 'day')).toBe(wall));
});

describe('a time on the site’s clock', () => {
  it.each([
    ['2026-03-12T14:02', 'Asia/Shanghai', '2026-03-12T06:02:00.000Z'],
    ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
    ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01T12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
    ['2026-12-31T23:59', 'Asia/Kathmandu', '2026-12-31T18:14:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => expect(instantOf(local, zone)).toBe(instant));
});

describe('a time on the wall clock', () => {
  it.each([
    ['2026-03-12T14:00', 'Asia/Shanghai', '2026-03-12T06:00:00.000Z'],
    ['2026-03-08T12:00', 'America/New_York', '2026-03-08T16:00:00.000Z'],
    ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
    ['2026-11-01T12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, at) => {
    expect(fromWallClock(text, zone)).toBe(at);
    expect(toWallClock(Date.parse(at), zone)).toBe(text);
  });
  it('is nothing where nothing was chosen', () => expect(fromWallClock('', 'Asia/Shanghai')).toBeNull());
});

describe('a day', () => {
  it.each([
    ['2026-02-27', 2, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-08T01:30', 0, '2026-03-08'],
  ])('%s and %d days on is %s', (day, days, after) => expect(dayAfter(day, days)).toBe(after));

  it('is the site’s own: on both sides of the date line the clocks are a day apart', () => {
    expect(siteDay('Pacific/Kiritimati')).not.toBe(siteDay('Pacific/Honolulu'));
    expect(siteDay('Pacific/Kiritimati', -1)).toBe(siteDay('Pacific/Honolulu'));
  });
});
