import { admitted, type Admission, type CallToAdmit } from './words-admission.rules.js';

const NOW = Date.parse('2026-12-01T09:00:00Z');
const call = (id: string, askedAgo: number | null, beganAgo = 1000): CallToAdmit => ({
  ...{ id, personId: `agent-${id}`, beganAt: new Date(NOW - beganAgo) },
  askedAt: askedAgo === null ? null : new Date(NOW - askedAgo),
});
const by = (over: Partial<Admission> = {}): Admission => ({
  ...{
    room: 2,
    byTurns: true,
    heard: new Set<string>(),
    lastHeard: new Map<string, number>(),
    now: new Date(NOW),
    ...over,
  },
});
const ids = (calls: CallToAdmit[]) => calls.map(({ id }) => id);

describe('which calls are heard for their words', () => {
  it('are those that people chose, as far as there is room', () => {
    const calls = [call('a', 10), call('b', 30), call('c', 20), call('d', null)];
    expect(ids(admitted(calls, by({ byTurns: false })))).toEqual(['b', 'c']);
    expect(admitted(calls, by({ room: 0 }))).toEqual([]);
    expect(ids(admitted([call('d', null)], by({ byTurns: false })))).toEqual([]);
  });

  it('are others by turns: those that go on, then calls as they begin, of whom was heard the longest ago', () => {
    const calls = [call('old', null, 60_000), call('new', null), call('again', null)];
    const lastHeard = new Map([['agent-again', NOW - 5000]]);
    expect(ids(admitted(calls, by({ room: 1, lastHeard })))).toEqual(['new']);
    expect(ids(admitted(calls, by({ room: 1, heard: new Set(['old']) })))).toEqual(['old']);
    expect(ids(admitted([...calls, call('asked', 5)], by({ room: 1, heard: new Set(['old']) })))).toEqual(['asked']);
  });
});
