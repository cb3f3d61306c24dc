import { allArrived, judgeArrivals } from './arrivals.rules.js';
import { judgeCalls } from './calls.rules.js';
import { counted, readLauncher, readLog, unprovoked } from './log-lines.rules.js';
import { grewTooMuch, growthOf, type Sample } from './memory.rules.js';
import { wrongSchedules, type ScheduleRow } from './schedule-rows.rules.js';
import { judgeSchedules, type Run } from './schedules.rules.js';

const HOUR = 3_600_000;

describe('calls', () => {
  const row = (callId: string, stage: string, reason: string | null = null) => ({ callId, stage, reason });

  it('finds what was lost, what was never sent, and what has not ended', () => {
    const rows = [row('a', 'scored'), row('b', 'needs_attention', 'no_engine'), row('c', 'sealed'), row('x', 'scored')];
    const verdict = judgeCalls(['a', 'b', 'c', 'd'], rows);
    expect(verdict).toEqual({ lost: ['d'], strangers: ['x'], unfinished: [row('c', 'sealed')] });
  });

  it('lets no person wait without a reason', () => {
    expect(judgeCalls(['a'], [row('a', 'needs_attention')]).unfinished).toHaveLength(1);
  });
});

describe('log lines', () => {
  const line = (time: number, level: number, msg: string) => JSON.stringify({ time, level, msg });
  const log = readLog('api.log', [line(1000, 30, 'ready'), line(2000, 50, 'broke'), 'Error: fell over', ''].join('\n'));

  it('counts what is no line of ours as the last words of a process, at the time of the line before', () => {
    expect(log.map(({ at, level }) => [at, level])).toEqual([
      [1000, 30],
      [2000, 50],
      [2000, 60],
    ]);
  });

  it('does not take a warning of Node’s own for last words, and what comes after it for one', () => {
    const text = ['(node:7) Warning: old', 'More at: https://a.example', line(3000, 30, 'on'), 'Error: fell over'].join(
      '\n',
    );
    expect(readLog('api.log', text).map(({ level }) => level)).toEqual([40, 40, 30, 60]);
  });

  it('leaves out what was provoked, and what came of it for a moment', () => {
    const provoked = [{ from: new Date(1500), to: new Date(1800), what: 'killed' }];
    expect(unprovoked(log, provoked, 500)).toEqual([]);
    expect(unprovoked(log, provoked, 100)).toHaveLength(2);
    expect(unprovoked(log, [])).toHaveLength(2);
  });

  it('counts a process that ended unasked, and not what a launcher tells people', () => {
    const said = readLauncher(
      'launcher.log',
      ['starting API and worker', line(1000, 40, 'a process ended')].join('\n'),
    );
    expect(said.map(({ level, words }) => [level, words])).toEqual([[50, '40 · a process ended']]);
  });

  it('says the same words once', () => {
    const [, broke, fell] = log;
    if (!broke || !fell) throw new Error('no lines');
    expect(counted([broke, broke, fell])).toEqual(['2 × api.log: 50 · broke', 'api.log: Error: fell over']);
  });
});

describe('memory', () => {
  const life = (pid: number, mbs: number[]): Sample[] =>
    mbs.map((mb, i) => ({ process: 'worker', pid, at: (i * HOUR) / 2, mb }));

  it('compares the end with the most of the first hour', () => {
    const [grown] = growthOf(life(1, [100, 150, 140, 210, 210, 210, 211, 212, 260]));
    expect(grown).toMatchObject({ firstHourMb: 150, endMb: 210, hours: 4 });
    expect(grown && grewTooMuch(grown)).toBe(true);
  });

  it('does not call a moment of work a leak, and says nothing of a short life', () => {
    const lives = growthOf([...life(1, [100, 150, 140, 150, 150, 150, 150, 400]), ...life(2, [100, 900])]);
    expect(lives).toHaveLength(1);
    expect(lives.some(grewTooMuch)).toBe(false);
  });
});

describe('schedules', () => {
  const DAILY = [{ kind: 'backup', everyMs: 24 * HOUR }];
  const run = (hours: number, ok: boolean | null = true): Run => ({ kind: 'backup', at: hours * HOUR, ok });
  const judge = (runs: Run[], until = 50) => judgeSchedules(DAILY, runs, { from: 0, to: until * HOUR })[0];

  it('are well when each period had a success, and a killed run beside it', () => {
    expect(judge([run(0.1), run(24.2), run(24.3, null), run(48.4)])).toMatchObject({
      ok: true,
      succeeded: 3,
      failed: 0,
    });
  });

  it.each([
    ['never ran', []],
    ['stopped', [run(0.1)]],
    ['left a period out', [run(0.1), run(49)]],
    ['failed once', [run(0.1), run(24, false), run(24.5), run(48.7)]],
    ['ran, with an unknown end', [run(0.1, null), run(24, null), run(48, null)]],
  ])('are not well when one %s', (_how, runs) => {
    expect(judge(runs)?.ok).toBe(false);
  });
});

describe('rows of schedules', () => {
  const row = (change: Partial<ScheduleRow> = {}): ScheduleRow => ({
    ...{ name: 'retention', everyMs: 60_000, lateAfterMs: 600_000, knownSince: 0, graceFrom: null, failures: 0 },
    ...{ lastSuccessAt: 50 * HOUR, lastFailureAt: null, lastFailureCode: null },
    ...change,
  });
  const wrong = (change: Partial<ScheduleRow>, cuts: number[] = []) =>
    wrongSchedules(['retention'], [row(change)], 50 * HOUR, cuts);

  it('are right when each succeeded in time, or is turned off', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ everyMs: 0, lastSuccessAt: null })).toEqual([]);
  });

  it('are right when a power cut interrupted one, and only then', () => {
    const interrupted = { lastFailureAt: 20 * HOUR + 30_000, lastFailureCode: 'interrupted' };
    expect(wrong(interrupted, [20 * HOUR])).toEqual([]);
    expect(wrong(interrupted)).toEqual([expect.stringContaining('interrupted')]);
    expect(wrong({ ...interrupted, lastFailureCode: 'ENOSPC' }, [20 * HOUR])).toHaveLength(1);
  });

  it.each([
    ['is late', { lastSuccessAt: 49 * HOUR }],
    ['never ran', { lastSuccessAt: null }],
    ['goes on failing', { failures: 3 }],
  ])('are wrong when one %s', (_how, change) => {
    expect(wrong(change)).not.toEqual([]);
  });

  it('are wrong when one of the contract is in no list', () => {
    expect(wrongSchedules(['retention', 'carry-heads'], [row()], 50 * HOUR, [])).toEqual([
      'carry-heads: no worker lists it',
    ]);
  });
});

describe('what was sent', () => {
  const rows = [
    { id: 'a', state: 'sent' },
    { id: 'b', state: 'dropped' },
  ];

  it('arrived, though it came twice', () => {
    expect(allArrived(judgeArrivals(rows, ['a', 'a'], 'sent'))).toBe(true);
  });

  it.each([
    ['was lost', rows, []],
    ['came without a row', rows, ['a', 'x']],
    ['failed', [...rows, { id: 'c', state: 'failed' }], ['a']],
    ['was never anything', [], []],
  ])('is not well when something %s', (_how, sent, came) => {
    expect(allArrived(judgeArrivals(sent, came, 'sent'))).toBe(false);
  });
});
