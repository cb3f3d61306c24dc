import { describe, expect, it } from '@jest/globals';
import { diskState } from './look-at-disks.js';

const GB = 1e9;
const settings = { warnBytes: 10 * GB, refuseBytes: GB };

describe('room on a disk', () => {
  it.each([
    [11 * GB, 0, 'well'],
    [9 * GB, 0, 'low'],
    [GB, 0, 'low'],
    [GB - 1, 0, 'full'],
    [2 * GB, 1.5 * GB, 'full'],
    [50 * GB, 2 * GB, 'well'],
  ] as const)('%d free, %d coming: %s', (free, coming, state) => {
    expect(diskState(free, settings, coming)).toBe(state);
  });

  it('nothing is refused or warned of where the settings turn it off', () => {
    expect(diskState(0, { warnBytes: 0, refuseBytes: 0 })).toBe('well');
  });
});
