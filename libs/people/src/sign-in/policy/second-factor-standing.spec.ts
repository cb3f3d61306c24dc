import { secondFactorStanding } from './second-factor-standing.rules.js';

const DUE = new Date('2026-11-28T08:00:00Z');
const before = new Date(DUE.getTime() - 1);

describe('a session of who needs a second factor', () => {
  it('counts down, goes on where it began before the days of grace were over, and sets one up first after that', () => {
    const stands = (startedAt: Date, has = false) => secondFactorStanding({ due: DUE, startedAt, has });
    expect(stands(before)).toEqual({ due: DUE, setUpFirst: false });
    expect(stands(DUE)).toEqual({ due: DUE, setUpFirst: true });
    expect(stands(DUE, true)).toEqual({ due: null, setUpFirst: false });
  });

  it('owes nothing where no role needs one', () => {
    expect(secondFactorStanding({ due: null, startedAt: DUE, has: false })).toEqual({ due: null, setUpFirst: false });
  });
});
