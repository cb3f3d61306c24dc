import { endsInARow, inheritedNode, LONGEST_PAUSE_MS, pauseBefore, STAYED_UP_MS } from './child-process.js';

it('hands on whom Node trusts, its options and the zone, and nothing else', () => {
  const set = { NODE_EXTRA_CA_CERTS: '/etc/ca.pem', NODE_OPTIONS: '--max-old-space-size=4096', TZ: 'Asia/Shanghai' };
  expect(inheritedNode({ ...set, HOME: '/root', NODE_PATH: '/lib', LD_PRELOAD: '/x.so' })).toEqual(set);
  expect(inheritedNode({ TZ: '', HOME: '/root' })).toEqual({});
});

describe('starting a process again', () => {
  it('waits longer each time it ends at once, and never longer than a minute', () => {
    const pauses: number[] = [];
    for (let i = 0, ends = 0; i < 9; i++) pauses.push(pauseBefore((ends = endsInARow(ends, 200))));
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 32_000, LONGEST_PAUSE_MS, LONGEST_PAUSE_MS]);
    expect(pauseBefore(5000)).toBe(LONGEST_PAUSE_MS);
  });

  it('begins with the shortest pause again once it stayed up', () => {
    expect(pauseBefore(endsInARow(7, STAYED_UP_MS))).toBe(500);
    expect(pauseBefore(endsInARow(7, STAYED_UP_MS - 1))).toBe(LONGEST_PAUSE_MS);
  });
});
