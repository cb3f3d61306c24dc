import type { Delta, Hello } from '#contracts';

/** How far this page has counted along in each of its rooms. */
export interface Counting {
  epoch: string;
  rooms: Readonly<Record<string, number>>;
}

export function countFrom(hello: Hello): Counting {
  return { epoch: hello.epoch, rooms: hello.rooms };
}

/**
 * Takes one delta. `refresh` names what must be read again: only the call that the delta is about, or everything, because deltas were
 * missed (a gap, another epoch, a room never heard of).
 */
export function countOn(
  counting: Counting | null,
  delta: Delta,
): { counting: Counting; refresh: 'call' | 'everything' } {
  const last = counting?.epoch === delta.epoch ? counting.rooms[delta.room] : undefined;
  const rooms = counting?.epoch === delta.epoch ? counting.rooms : {};
  const next = { epoch: delta.epoch, rooms: { ...rooms, [delta.room]: Math.max(last ?? 0, delta.seq) } };
  const inStep = last !== undefined && delta.seq <= last + 1;
  return { counting: next, refresh: inStep ? 'call' : 'everything' };
}
