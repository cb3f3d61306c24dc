import { describe, expect, it } from '@jest/globals';
import type { Part, ProcessingBoard, ScheduleView, WorkerPresence } from '#contracts';
import { alarmsOf } from './alarms.rules.js';

const well: Part = { ok: true, warning: null, detail: { zh: '好', en: 'well' }, facts: {} };
const engine = (name: string, languages: string[], change = {}) => {
  return { name, version: '1', available: true, enabled: true, production: true, languages, advice: null, ...change };
};
const worker = (change: Partial<WorkerPresence> = {}): WorkerPresence => ({
  workerId: '018f0000-0000-7000-8000-000000000001',
  host: 'a1b2c3d4',
  roles: ['jobs'],
  version: '0.2.0',
  startedAt: '2026-03-12T06:00:00.000Z',
  heartbeatAt: '2026-03-12T06:02:00.000Z',
  silent: false,
  running: {},
  engines: [engine('sherpa-onnx', ['zh', 'en'])],
  clockSkewMs: 3,
  ...change,
});
const schedule = (name: ScheduleView['name'], health: ScheduleView['health']): ScheduleView => ({
  name,
  health,
  everySeconds: 60,
  lateAfterSeconds: 60,
  running: false,
  startedAt: null,
  lastSuccessAt: null,
  lastTookMs: null,
  lastCount: null,
  lastFailureAt: null,
  lastFailureCode: null,
  failures: 0,
  nextDueAt: null,
  ledBy: null,
});
const running = {
  ...({ job: 'score-leg', due: 9, running: 1, retrying: 0, failed: 0, doneLastHour: 0 } as const),
  oldestDueSeconds: 121,
};
const board = (change: Partial<ProcessingBoard> = {}): ProcessingBoard => ({
  at: '2026-03-12T06:02:01.000Z',
  oldestDue: { job: 'score-leg', seconds: 1 },
  hearing: null,
  stages: [],
  attention: [],
  jobs: [],
  storage: [],
  workers: [worker()],
  schedules: [schedule('back-up-database', 'well'), schedule('retention', 'off')],
  parts: {
    database: well,
    queue: well,
    objectStore: well,
    keyStore: well,
    keyCheck: well,
    integrity: well,
    objectCopy: well,
    backup: well,
    restoreDrill: well,
    keyProvider: well,
    journal: well,
    mail: well,
    disk: well,
  },
  ...change,
});
const kinds = (change: Partial<ProcessingBoard>) => alarmsOf(board(change)).map(({ kind }) => kind);

describe('what the board raises', () => {
  it('is nothing while all is well', () => {
    expect(alarmsOf(board())).toEqual([]);
  });

  it.each<[string, Partial<ProcessingBoard>, string[]]>([
    ['no worker runs', { workers: [] }, ['no_worker']],
    ['only silent workers', { workers: [worker({ silent: true })] }, ['no_worker', 'silent']],
    ['work waits although a worker runs', { oldestDue: { job: 'score-leg', seconds: 121 } }, ['stuck']],
    ['work waits while other work runs', { oldestDue: { job: 'score-leg', seconds: 121 }, jobs: [running] }, []],
    ['one of two is silent', { workers: [worker(), worker({ silent: true })] }, ['silent']],
    ['a clock is off', { workers: [worker({ clockSkewMs: -2001 })] }, ['skew']],
    ['two versions run', { workers: [worker(), worker({ version: '0.1.0' })] }, ['versions']],
    [
      'words come with calls only',
      { workers: [worker({ engines: [engine('provided', ['zh', 'en'])] })] },
      ['no_engine', 'no_engine'],
    ],
    [
      'an engine is installed but not named',
      { workers: [worker({ engines: [engine('x', ['zh', 'en'], { enabled: false })] })] },
      ['no_engine', 'no_engine'],
    ],
    [
      'one language has a demonstration engine',
      { workers: [worker({ engines: [engine('a', ['zh']), engine('b', ['en'], { production: false })] })] },
      ['demonstration'],
    ],
    ['a schedule is late', { schedules: [schedule('retention', 'late')] }, ['schedule']],
    ['a schedule never ran yet', { schedules: [schedule('retention', 'waiting')] }, []],
    ['another worker has the engine', { workers: [worker({ engines: [] }), worker()] }, []],
  ])('%s', (_when, change, expected) => {
    expect(kinds(change)).toEqual(expected);
  });

  it('says once of a schedule whose part is at fault', () => {
    const schedules = [schedule('back-up-database', 'failing')];
    const parts = { ...board().parts, backup: { ...well, ok: false } };
    expect(kinds({ schedules, parts })).toEqual(['part']);
    expect(kinds({ schedules })).toEqual(['schedule']);
  });

  it('puts what stops the work before what should be known', () => {
    const parts = {
      ...board().parts,
      keyStore: { ...well, warning: { zh: '同盘', en: 'one disk' } },
      objectStore: { ...well, ok: false, detail: { zh: '满', en: 'full' } },
    };
    expect(alarmsOf(board({ parts })).map((alarm) => ('words' in alarm ? [alarm.grave, alarm.words.en] : []))).toEqual([
      [true, 'full'],
      [false, 'one disk'],
    ]);
  });
});
