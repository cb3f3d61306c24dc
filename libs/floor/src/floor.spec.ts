import { alarmSubjectSchema, floorAlarmSubjectSchema } from '#contracts';
import {
  agentState,
  changeOnWall,
  floorDelta,
  standingAlarms,
  waitingNow,
  type AgentLeg,
  type AlarmFacts,
} from './rules.js';

const NOW = Date.parse('2026-12-01T06:00:00Z');
const DAY = Date.parse('2026-11-30T16:00:00Z');
const ago = (seconds: number) => NOW - seconds * 1000;

let legs = 0;
const leg = (given: Partial<AgentLeg> = {}): AgentLeg => {
  legs += 1;
  const open = { outcome: null, stage: 'live' as const, rangAt: null, answeredAt: null, endedAt: null };
  return { legId: `leg ${legs}`, callId: `call ${legs}`, ours: true, kind: 'agent', ...open, ...given };
};
const talks = (seconds: number, given: Partial<AgentLeg> = {}) =>
  leg({ outcome: 'answered', answeredAt: ago(seconds), ...given });
const state = (...all: AgentLeg[]) => agentState(all, NOW, DAY);

describe('what an agent does', () => {
  it('is unknown where no record says', () => {
    expect(state()).toEqual({ state: 'unknown', since: null, legId: null });
  });

  it('is ringing, talking, and the end of the last call, each since when', () => {
    const rings = leg({ stage: 'ringing', rangAt: ago(8) });
    expect(state(rings)).toEqual({ state: 'ringing', since: ago(8), legId: rings.legId });
    const talk = talks(40, { rangAt: ago(48) });
    expect(state(talk)).toEqual({ state: 'talking', since: ago(40), legId: talk.legId });
    expect(state(talks(90, { stage: 'ended', endedAt: ago(30) }))).toEqual({
      ...{ state: 'ended', since: ago(30), legId: null },
    });
  });

  it('names no call of another team', () => {
    expect(state(talks(40, { ours: false }))).toEqual({ state: 'elsewhere', since: null, legId: null });
  });

  it('goes on as a talk while a second telephone rings', () => {
    const talk = talks(40);
    expect(state(talk, leg({ stage: 'ringing', rangAt: ago(3) }))).toMatchObject({ state: 'talking', since: ago(40) });
  });

  it('is unknown where a record of the end must have been lost', () => {
    expect(state(talks(5 * 3600)).state).toBe('unknown');
    expect(state(leg({ stage: 'ringing', rangAt: ago(600) })).state).toBe('unknown');
    expect(state(talks(900), talks(600, { stage: 'ended', endedAt: ago(300) })).state).toBe('unknown');
  });

  it('is still the talk after a consultation, and after another leg of the same call', () => {
    const talk = talks(900);
    expect(state(talk, talks(600, { kind: 'consult', stage: 'ended', endedAt: ago(500) })).state).toBe('talking');
    expect(state(talk, talks(600, { callId: talk.callId, endedAt: ago(500) })).state).toBe('talking');
  });

  it('is not known since when a telephone rings that no record times', () => {
    expect(state(leg()).state).toBe('unknown');
  });

  it('is no state of yesterday, of a call that was missed, or of the future', () => {
    const over = { stage: 'ended' as const };
    expect(state(talks(86_400, { ...over, endedAt: ago(80_000) })).state).toBe('unknown');
    expect(state(leg({ ...over, outcome: 'no_answer', rangAt: ago(90), endedAt: ago(60) })).state).toBe('unknown');
    expect(state(talks(90, { ...over, endedAt: NOW + 60_000 })).state).toBe('unknown');
  });

  it('does not go on in a call that a recording without an end brought', () => {
    expect(state(talks(40, { stage: 'scored' })).state).toBe('unknown');
  });
});

describe('who waits', () => {
  const stay = (seconds: number, queue = 'cards') => ({ legId: `${queue} ${seconds}`, queue, beganAt: ago(seconds) });

  it('is counted by queue, the longest wait beside it, and a stay whose end was lost is not', () => {
    const stays = [stay(10), stay(70), stay(2, 'loans'), stay(7200)];
    expect(waitingNow(stays, ['cards', 'home'], NOW)).toEqual([
      { queue: 'cards', waiting: 2, longestSince: ago(70) },
      { queue: 'home', waiting: 0, longestSince: null },
      { queue: 'loans', waiting: 1, longestSince: ago(2) },
    ]);
  });

  const facts = (given: Partial<AlarmFacts>): AlarmFacts => ({
    ...{ day: '2026-12-01', dayStart: DAY, stays: [], inTime: null, withinSeconds: 20, targetPercent: 80, silent: [] },
    paused: [],
    ...given,
  });

  it('is an alarm after three times the seconds of the service level', () => {
    const found = standingAlarms(facts({ stays: [stay(59), stay(60), stay(7200)] }), NOW);
    expect(found).toEqual([{ kind: 'wait_long', subject: 'cards 60', since: ago(60), of: 'cards' }]);
  });

  it.each([
    [{ n: 5, of: 20, low: 0.1, high: 0.47 }, 1],
    [{ n: 14, of: 20, low: 0.48, high: 0.86 }, 0],
    [{ n: 0, of: 9, low: 0, high: 0.3 }, 0],
  ])('%j in time is an alarm of the service level: %i', (inTime, many) => {
    expect(standingAlarms(facts({ inTime }), NOW)).toHaveLength(many);
  });

  it('is not known while a telephone system is silent, which is an alarm', () => {
    expect(standingAlarms(facts({ silent: [{ subject: 'source-pbx', since: ago(900) }] }), NOW)).toEqual([
      { kind: 'records_stopped', subject: 'source-pbx@2026-12-01T05:45:00.000Z', since: ago(900), of: 'pbx' },
    ]);
  });

  it('names two silences of one system apart, and fits what is sent, however long the name of the system is', () => {
    const subject = alarmSubjectSchema.parse(`source-${'p'.repeat(73)}`);
    const named = [900, 90].flatMap((s) => standingAlarms(facts({ silent: [{ subject, since: ago(s) }] }), NOW));
    expect(new Set(named.map((alarm) => floorAlarmSubjectSchema.parse(alarm.subject))).size).toBe(2);
  });
});

describe('what is told of a floor', () => {
  const row = (waiting: number) => ({ row: 'queue' as const, queue: 'cards', waiting, longestSince: null });

  it('is what changed, and what is gone', () => {
    expect(floorDelta({ a: row(1), b: row(2), c: row(3) }, { a: row(1), b: row(4), d: row(5) })).toEqual({
      ...{ set: { b: row(4), d: row(5) }, gone: ['c'] },
    });
    expect(floorDelta({ a: row(1) }, { a: row(1) })).toBeNull();
  });

  it('is no alarm on a wall, neither as it comes nor as it goes', () => {
    const alarm = { row: 'alarm' as const, kind: 'wait_long' as const, subject: 'leg', of: 'cards' };
    const alarms = { 'alarm:wait_long:leg': { ...alarm, since: new Date(NOW).toISOString(), acknowledged: null } };
    const gone = ['alarm:wait_long:leg'];
    expect(changeOnWall({ b: row(2) }, [...gone, 'a'], { a: row(1), ...alarms })).toEqual({
      ...{ set: { b: row(2) }, gone: ['a'] },
    });
    expect(changeOnWall(alarms, [], {})).toBeNull();
    expect(changeOnWall({}, gone, alarms)).toBeNull();
  });
});
