import { twoPeopleSuffice, sameAgainFrom } from './eyes.rules.js';

const at = (time: string) => new Date(`2026-11-${time}Z`);
const MONDAY = { personId: 'zhao', at: at('30T09:00:00') };

describe('whether two sides are eyes enough', () => {
  it('two persons are, at any time and in any house', () => {
    for (const small of [true, false])
      expect(twoPeopleSuffice(MONDAY, { personId: 'chen', at: MONDAY.at }, small)).toEqual({
        suffice: true,
        byOnePerson: false,
      });
  });

  it('one person is not, outside a small house, however late', () => {
    const later = { personId: 'zhao', at: new Date('2027-11-30T09:00:00Z') };
    expect(twoPeopleSuffice(MONDAY, later, false)).toEqual({ suffice: false, reason: 'needs_another' });
  });

  it('one person is in a small house, from 24 hours on and not a millisecond before', () => {
    const from = new Date('2026-12-01T09:00:00Z');
    const early = { personId: 'zhao', at: new Date(from.getTime() - 1) };
    expect(twoPeopleSuffice(MONDAY, early, true)).toEqual({ suffice: false, reason: 'needs_a_day', from });
    expect(twoPeopleSuffice(MONDAY, { personId: 'zhao', at: from }, true)).toEqual({
      suffice: true,
      byOnePerson: true,
    });
    expect(sameAgainFrom(MONDAY.at)).toEqual(from);
  });

  it('a side that is not a person refuses nothing, and is not one person', () => {
    const product = { personId: null, at: MONDAY.at };
    expect(twoPeopleSuffice(product, MONDAY, false)).toEqual({ suffice: true, byOnePerson: false });
    expect(twoPeopleSuffice(product, product, false)).toEqual({ suffice: true, byOnePerson: false });
  });
});
