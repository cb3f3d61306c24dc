import { rightsEndAt, smallHouseState } from './small-house.rules.js';

const day = (n: number) => new Date(Date.UTC(2026, 11, n));

describe('a small house', () => {
  it('waits for a second person, is announced for a week, in force, and over', () => {
    expect(smallHouseState({ inForceFrom: null, endedAt: null }, day(1))).toBe('waiting');
    expect(smallHouseState({ inForceFrom: day(8), endedAt: null }, day(7))).toBe('announced');
    expect(smallHouseState({ inForceFrom: day(8), endedAt: null }, day(8))).toBe('in_force');
    expect(smallHouseState({ inForceFrom: day(8), endedAt: day(20) }, day(19))).toBe('in_force');
    expect(smallHouseState({ inForceFrom: day(8), endedAt: day(20) }, day(20))).toBe('over');
    expect(smallHouseState({ inForceFrom: null, endedAt: day(2) }, day(2))).toBe('over');
  });

  it('leaves a week for two people to give again what one gave', () => {
    expect(rightsEndAt(day(1))).toEqual(day(8));
  });
});
