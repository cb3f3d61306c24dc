import { describe, expect, it } from '@jest/globals';
import { entriesOf } from './call-entries.rules.js';

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
