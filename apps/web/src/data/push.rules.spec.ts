import { describe, expect, it } from '@jest/globals';
import { countFrom, countOn } from './push.rules.js';

const callId = '00000000-0000-4000-8000-000000000001';
const delta = (seq: number, over = {}) => ({
  epoch: 'e1',
  room: 'team:a',
  seq,
  kind: 'call' as const,
  callId,
  ...over,
});

describe('counting live deltas', () => {
  const start = countFrom({ epoch: 'e1', rooms: { 'team:a': 4 } });

  it('reads only the call again while the numbers follow on', () => {
    const first = countOn(start, delta(5));
    expect(first.refresh).toBe('call');
    expect(countOn(first.counting, delta(6)).refresh).toBe('call');
  });
  it('reads everything again after a gap, and counts on from there', () => {
    const late = countOn(start, delta(6));
    expect(late.refresh).toBe('everything');
    expect(countOn(late.counting, delta(7)).refresh).toBe('call');
  });
  it('reads everything again in another epoch or an unknown room', () => {
    expect(countOn(start, delta(5, { epoch: 'e2' })).refresh).toBe('everything');
    expect(countOn(start, delta(5, { room: 'team:b' })).refresh).toBe('everything');
    expect(countOn(null, delta(1)).refresh).toBe('everything');
  });
  it('does not count backwards when a delta comes twice', () => {
    const again = countOn(start, delta(3));
    expect(again).toEqual({ counting: start, refresh: 'call' });
  });
});
