import { type SetUpStepName } from '#contracts';
import { setUpOf, type Holders, type SetUpFacts } from './set-up.rules.js';

const none: Holders = { opened: 0, unopened: 0, unconfirmed: 0, proposed: 0 };
const EMPTY: SetUpFacts = {
  administrators: none,
  qualityManagers: none,
  legal: none,
  publishers: 0,
  ...{ smallHouse: false, seesCalls: false },
  profileVersion: 1,
  staff: 0,
  schedules: { published: 0, proposed: 0 },
  languages: [],
  grants: { published: 0, proposed: 0 },
  calls: { all: 0, scored: 0, underWay: 0, stopped: 0 },
};
const FULL: SetUpFacts = {
  ...EMPTY,
  administrators: { ...none, opened: 2 },
  qualityManagers: { ...none, opened: 1 },
  legal: { ...none, opened: 2 },
  publishers: 1,
  staff: 5,
  schedules: { published: 1, proposed: 0 },
  languages: ['zh', 'en'],
  grants: { published: 1, proposed: 0 },
  calls: { all: 1, scored: 1, underWay: 0, stopped: 0 },
};
const stepOf = (step: SetUpStepName, change: Partial<SetUpFacts>) =>
  setUpOf({ ...EMPTY, ...change }).steps.find((one) => one.step === step);

describe('the steps of a new installation', () => {
  it('are all open at first', () => {
    const { finished, steps } = setUpOf(EMPTY);
    expect(finished).toBe(false);
    expect(steps.map(({ state }) => state)).toEqual(steps.map(() => 'open'));
  });

  it('are finished with a scored call that can be heard, whether or not the profile was changed or an engine works now', () => {
    expect(setUpOf(FULL).finished).toBe(true);
    expect(setUpOf({ ...FULL, languages: [] }).finished).toBe(true);
    expect(setUpOf({ ...FULL, grants: { published: 0, proposed: 0 } }).finished).toBe(false);
    expect(setUpOf({ ...FULL, calls: { ...FULL.calls, scored: 0 } }).finished).toBe(false);
    // Calls that are kept for ever are no end of a set-up.
    expect(setUpOf({ ...FULL, schedules: { published: 0, proposed: 1 } }).finished).toBe(false);
  });

  it('take two administrators, and two of legal of whom one may publish', () => {
    expect(stepOf('administrators', { administrators: { ...none, opened: 1, unopened: 1 } })).toMatchObject({
      state: 'waiting',
      waitsFor: 'opening',
    });
    expect(stepOf('legal', { legal: { ...none, opened: 2 } })?.state).toBe('open');
    expect(stepOf('legal', { legal: { ...none, opened: 2 }, publishers: 1 })?.state).toBe('done');
  });

  it('take one person in a small house, who sees calls and publishes who may hear them', () => {
    const one = { ...none, opened: 1 };
    const alone = { smallHouse: true, seesCalls: true, administrators: one, legal: one, publishers: 1 };
    for (const step of ['administrators', 'quality_manager', 'legal'] as const) {
      expect([step, stepOf(step, alone)?.state]).toEqual([step, 'done']);
      expect([step, stepOf(step, { ...alone, smallHouse: false })?.state]).toEqual([step, 'open']);
    }
    expect(stepOf('quality_manager', { ...alone, seesCalls: false })?.state).toBe('open');
  });

  it('wait for approval before they wait for an account to be opened', () => {
    const qualityManagers = { opened: 0, unopened: 1, unconfirmed: 0, proposed: 1 };
    expect(stepOf('quality_manager', { qualityManagers })?.waitsFor).toBe('approval');
  });

  it('are ten, and how long calls are kept is one of them, for two people to publish', () => {
    expect(setUpOf(EMPTY).steps).toHaveLength(10);
    expect(stepOf('retention', {})).toMatchObject({ state: 'open', canWait: true });
    expect(stepOf('retention', { schedules: { published: 0, proposed: 1 } })?.waitsFor).toBe('approval');
    expect(stepOf('retention', { schedules: { published: 1, proposed: 0 } })?.state).toBe('done');
  });

  it('say that a call is being heard, or that it stopped', () => {
    const calls = { all: 2, scored: 0, underWay: 1, stopped: 1 };
    expect(stepOf('score', { calls })?.waitsFor).toBe('hearing');
    expect(stepOf('score', { calls: { ...calls, underWay: 0 } })?.waitsFor).toBe('attention');
    expect(stepOf('score', { calls: { ...calls, underWay: 0, stopped: 0 } })?.state).toBe('open');
  });
});
