import { inheritedClock } from './inherited-clock.rules.js';

const CLOCK = {
  LD_PRELOAD: '/usr/lib/faketime/libfaketimeMT.so.1',
  FAKETIME_TIMESTAMP_FILE: '/t/clock',
  FAKETIME_NO_CACHE: '1',
};

it('hands on the clock that a launcher runs under, and nothing else', () => {
  expect(inheritedClock({ ...CLOCK, HOME: '/root', SHOUWEN_PORT: '1' })).toEqual(CLOCK);
});

it('hands on nothing where the clock is the machine’s, even if other libraries are preloaded', () => {
  expect(inheritedClock({ HOME: '/root' })).toEqual({});
  expect(inheritedClock({ LD_PRELOAD: '/usr/lib/libjemalloc.so' })).toEqual({});
});
