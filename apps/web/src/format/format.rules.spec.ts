import { describe, expect, it } from '@jest/globals';
import {
  clock,
  dateTime,
  day,
  duration,
  measured,
  percent,
  sameDay,
  shortHash,
  timeOfDay,
  zoneName,
} from './format.rules.js';

const iso = '2026-03-12T06:02:11.000Z';

describe('format', () => {
  it('calls a time zone what people call it', () => {
    expect([zoneName('Asia/Shanghai', 'zh'), zoneName('Asia/Shanghai', 'en')]).toEqual([
      '中国标准时间',
      'China Standard Time',
    ]);
  });
  it('writes places in the audio as m:ss, and h:mm:ss from an hour on', () => {
    expect([clock(0), clock(144_999), clock(3_600_000)]).toEqual(['0:00', '2:24', '1:00:00']);
  });
  it('writes lengths without units that are zero', () => {
    expect(duration(173_000, 'zh')).toBe('2分53秒');
    expect(duration(173_000, 'en')).toBe('2 min 53 s');
    expect(duration(3_660_000, 'en')).toBe('1 h 1 min');
    expect(duration(200, 'zh')).toBe('0秒');
    expect([duration(60_000, 'zh'), duration(3_660_000, 'zh')]).toEqual(['1分钟', '1小时1分钟']);
    // One call is as long in words as on the axis.
    expect([duration(29_700, 'en'), clock(29_700)]).toEqual(['29 s', '0:29']);
  });
  it('writes dates in the zone of the site, 24-hour, in either language', () => {
    expect(dateTime(iso, 'Asia/Shanghai', 'zh')).toBe('2026年3月12日 周四 14:02');
    expect(dateTime(iso, 'America/New_York', 'en')).toBe('Thu 12 Mar 2026, 02:02');
    expect(day('2026-09-12T06:02:11.000Z', 'Asia/Shanghai', 'en')).toBe('12 Sep');
    expect(day(iso, 'Asia/Shanghai', 'zh')).toBe('3月12日');
    // The same day of two years is told apart, where the year ends in the zone.
    const newYear = '2025-12-31T17:00:00.000Z';
    expect([day(newYear, 'Asia/Shanghai', 'zh', iso), day(newYear, 'UTC', 'zh', iso)]).toEqual([
      '1月1日',
      '2025年12月31日',
    ]);
    expect(day(newYear, 'UTC', 'en', iso)).toBe('31 Dec 2025');
    expect(timeOfDay('2026-03-11T16:00:05.000Z', 'Asia/Shanghai', true)).toBe('00:00:05');
  });
  it('knows a day by the zone, not by UTC', () => {
    expect(sameDay('2026-03-11T17:00:00.000Z', iso, 'Asia/Shanghai')).toBe(true);
    expect(sameDay('2026-03-11T17:00:00.000Z', iso, 'UTC')).toBe(false);
  });
  it('keeps one digit of measured seconds and of rates', () => {
    expect([measured(7.24, 'zh'), measured(7, 'en')]).toEqual(['7.2 秒', '7 s']);
    expect(percent(0.96037, 1, 'en')).toBe('96.0');
  });
  it('shortens a hash to both of its ends', () => {
    expect(shortHash(`9f2c81d0${'0'.repeat(52)}e41b`)).toBe('9f2c 81d0 … e41b');
  });
});
