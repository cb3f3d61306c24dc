import { watchedOf, type CaptureHealth } from './capture-health.rules.js';

const NOW = 1_000_000_000;
const WELL: CaptureHealth = { refusedAt: null, spoolShare: 0.2, keysReady: 34, diskFailedAt: null };
const kinds = (more: Partial<CaptureHealth>) => watchedOf({ ...WELL, ...more }, NOW).flatMap(({ kind }) => kind ?? []);

describe('what administrators are told of capturing', () => {
  it.each<[string, Partial<CaptureHealth>, string[]]>([
    ['nothing while it is well', {}, []],
    ['that calls were refused', { refusedAt: NOW - 599_000 }, ['capture_full']],
    ['nothing ten minutes after', { refusedAt: NOW - 600_000 }, []],
    ['that the spool fills, before calls are refused', { spoolShare: 0.8 }, ['capture_spool_low']],
    ['that no key is ready', { keysReady: 0 }, ['capture_keys_out']],
    ['that its disk fails', { diskFailedAt: NOW - 1000 }, ['capture_disk']],
    ['nothing once the disk has written for a minute', { diskFailedAt: NOW - 60_000 }, []],
  ])('is %s', (_name, more, expected) => expect(kinds(more)).toEqual(expected));

  it('names each subject, so that what is well again is taken back', () =>
    expect(watchedOf(WELL, NOW)).toHaveLength(4));
});
