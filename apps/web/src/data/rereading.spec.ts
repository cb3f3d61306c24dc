import { describe, expect, it } from '@jest/globals';
import { isOver, rereading } from './rereading.js';

/** A reading whose waits and ends the test decides. */
function started() {
  const waits: (() => void)[] = [];
  const ends: (() => void)[] = [];
  const later = (run: () => void) => {
    waits.push(run);
    return () => void waits.splice(waits.indexOf(run), 1);
  };
  const read = () => new Promise<void>((done) => ends.push(done));
  const one = rereading(read, 1, later);
  const settled = () => new Promise((done) => setImmediate(done));
  const wait = () => waits.shift()?.();
  const end = async () => {
    ends.shift()?.();
    await settled();
  };
  return { ...one, waits, ends, wait, end };
}

describe('reading again', () => {
  it('answers many changes with one reading', async () => {
    const { changed, waits, ends, wait, end } = started();
    for (let n = 0; n < 5; n++) changed();
    expect(waits).toHaveLength(1);
    wait();
    expect(ends).toHaveLength(1);
    await end();
    expect(waits).toHaveLength(0);
  });

  it('waits from the end of the reading on, and then reads what changed meanwhile', async () => {
    const { changed, waits, ends, wait, end } = started();
    changed();
    wait();
    changed();
    changed();
    // A reading that takes longer than the wait is not begun again beside itself.
    expect([waits.length, ends.length]).toEqual([0, 1]);
    await end();
    expect(waits).toHaveLength(1);
  });

  it('goes on after a reading that failed, and not after it was stopped', async () => {
    const waits: (() => void)[] = [];
    const later = (run: () => void) => {
      waits.push(run);
      return () => void waits.pop();
    };
    const one = rereading(() => Promise.reject(new Error('no network')), 1, later);
    one.changed();
    waits.shift()!();
    await new Promise((done) => setImmediate(done));
    one.changed();
    expect(waits).toHaveLength(1);
    one.stop();
    one.changed();
    expect(waits).toHaveLength(0);
  });
});

it.each([
  [['calls', 'reports', 'team', { from: '2026-11-01', to: '2026-11-27' }], true],
  [['calls', 'reports', 'team', { from: '2026-11-01', to: '2026-11-28' }], false],
  [['calls', 'reports', 'team', { from: '2026-11-01', to: '2026-11-30' }], false],
  [['calls', 'reports'], false],
])('%j is over on 28 November: %s', (key, over) => {
  expect(isOver(key, '2026-11-28')).toBe(over);
});
