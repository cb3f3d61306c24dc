import { describe, expect, it } from '@jest/globals';
import {
  entriesOf,
  onlyAppends,
  pendingMoves,
  sameOrder,
  type Placed,
  before,
  inSight,
  offsetsOf,
} from './call-entries.rules.js';

const call = (id: string, startedAt: string, group: 'attention' | 'rest' = 'rest') => ({
  id,
  group,
  row: { startedAt },
});
const dayOf = ({ row }: { row: { startedAt: string } }) => row.startedAt.slice(0, 10);
const all = { more: false, moreWaiting: false, dayOf: null };
const said = (entries: ReturnType<typeof entriesOf>) =>
  entries.map((entry) => (entry.kind === 'day' ? entry.at : `${entry.kind} ${entry.id}`));

describe('the entries of the list of calls', () => {
  const rows = [call('a', '2026-03-12T09:00Z'), call('b', '2026-03-12T08:00Z'), call('c', '2026-03-11T23:00Z')];

  it('are rows alone where nothing waits', () => {
    expect(said(entriesOf(rows, all))).toEqual(['row a', 'row b', 'row c']);
  });

  it('have a heading where a day begins, which names it by its first call', () => {
    expect(said(entriesOf(rows, { ...all, dayOf }))).toEqual([
      ...['2026-03-12T09:00Z', 'row a', 'row b'],
      ...['2026-03-11T23:00Z', 'row c'],
    ]);
    expect(new Set(entriesOf(rows, { ...all, dayOf }).map(({ id }) => id)).size).toBe(5);
  });

  it('have what waits for a person above the days, and count what is known whole', () => {
    const some = [call('w', '2026-02-01T00:00Z', 'attention'), ...rows];
    const entries = entriesOf(some, { more: true, moreWaiting: false, dayOf });
    expect(said(entries)).toEqual([
      ...['group attention', 'row w', 'group rest'],
      ...['2026-03-12T09:00Z', 'row a', 'row b', '2026-03-11T23:00Z', 'row c'],
    ]);
    expect(entries.flatMap((entry) => (entry.kind === 'group' ? [entry.count] : []))).toEqual([1, null]);
  });
});

const rows = (...names: string[]): Placed[] =>
  names.map((name) => ({ id: name.replace('!', ''), group: name.endsWith('!') ? 'attention' : 'rest' }));

describe('rows that keep still', () => {
  it('lets older rows join at the end', () => {
    expect(onlyAppends(rows('a!', 'b'), rows('a!', 'b', 'c'))).toBe(true);
    expect(pendingMoves(rows('a'), rows('a', 'b'))).toBe(1);
  });
  it('holds back a row that arrives on top', () => {
    expect(onlyAppends(rows('b', 'c'), rows('a', 'b', 'c'))).toBe(false);
    expect(pendingMoves(rows('b', 'c'), rows('a', 'b', 'c'))).toBe(1);
  });
  it('counts a row that changes its group once, and one that goes', () => {
    expect(pendingMoves(rows('c', 'b', 'a'), rows('b!', 'a'))).toBe(2);
  });
  it('does not count a row that newer ones push over the end of the page', () => {
    expect(pendingMoves(rows('b', 'c', 'd'), rows('a', 'b', 'c'))).toBe(1);
  });
  it('knows an unchanged order', () => {
    expect(sameOrder(rows('a!', 'b'), rows('a!', 'b'))).toBe(true);
    expect(sameOrder(rows('a!', 'b'), rows('a', 'b'))).toBe(false);
    expect(pendingMoves(rows('a!', 'b'), rows('a!', 'b'))).toBe(0);
  });
});

const items = Array.from({ length: 100 }, (_, i) => ({ id: String(i), height: 42 }));
const offsets = offsetsOf(items);

describe('the rows in sight', () => {
  it('are found by where they begin', () => {
    expect(before(offsets, 0)).toBe(0);
    expect(before(offsets, 41)).toBe(0);
    expect(before(offsets, 42)).toBe(1);
    expect(before(offsets, 99_999)).toBe(100);
  });

  it('are those of the pane and a little more, and never none of many', () => {
    expect(inSight(offsets, { top: 420, height: 84 }, 0)).toEqual({ from: 10, to: 13 });
    expect(inSight(offsets, { top: 420, height: 84 }, 84)).toEqual({ from: 8, to: 15 });
    expect(inSight(offsets, { top: 0, height: 84 }, 84)).toEqual({ from: 0, to: 5 });
  });

  it('end with the last row, and are none of none', () => {
    expect(inSight(offsets, { top: 4150, height: 84 }, 0)).toEqual({ from: 98, to: 100 });
    expect(inSight(offsetsOf([]), { top: 0, height: 500 }, 100)).toEqual({ from: 0, to: 0 });
  });
});
