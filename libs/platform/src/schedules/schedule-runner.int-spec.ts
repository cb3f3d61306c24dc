import { Writable } from 'node:stream';
import pino from 'pino';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { newId } from '../ids.js';
import { type Logger } from '../logger.js';
import { ScheduleLedger, NOT_YET, type Scheduled } from './schedule-ledger.js';
import { ScheduleRunner } from './schedule-runner.js';
let db: MigratedDatabase;
const runners: ScheduleRunner[] = [];
const lines: { level: number; msg: string; code?: string }[] = [];
const sink = new Writable({
  write(line: Buffer, _encoding, done) {
    lines.push(JSON.parse(String(line)));
    done();
  },
});
const logger = pino({}, sink) as unknown as Logger;

beforeAll(async () => {
  db = await migratedDatabase();
});
afterAll(() => db.close());
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop(0)));
  await db.source.query('delete from schedule');
  lines.length = 0;
});

const MINUTE = 60_000;
type Run = Scheduled['run'];

/** A process of its own, as the database sees it. Its timer is left out: what looks is the test. */
async function processWith(run: Run, change: Partial<Scheduled> = {}): Promise<ScheduleRunner> {
  const list = [{ name: 'sweep', everyMs: MINUTE, lateAfterMs: MINUTE, run, ...change }];
  const ledger = new ScheduleLedger(db.source, newId());
  await ledger.list(list);
  const runner = new ScheduleRunner(list, ledger, logger);
  runners.push(runner);
  return runner;
}
const becomesDue = () => db.source.query('update schedule set next_due_at = now()');
const row = async () => (await db.source.query('select *, next_due_at - now() as waits from schedule'))[0];
const once: Run = async () => 1;

/** A pool hands out a connection that was ended until it hears of it. */
const despiteDeadOnes = async <T>(ask: () => Promise<T>, left = 5): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if (left === 0) throw error;
    return despiteDeadOnes(ask, left - 1);
  }
};

/** A run that begins, and ends when the test releases it. */
function held() {
  let letGo = () => undefined as void;
  let began = () => undefined as void;
  const begun = new Promise<void>((done) => (began = done));
  const gate = new Promise<void>((done) => (letGo = done));
  const run: Run = async () => {
    began();
    await gate;
    return 1;
  };
  return { run, begun, end: () => letGo() };
}

it('of four processes one runs what is due; it is not due again before its period', async () => {
  let runs = 0;
  const four = await Promise.all(Array.from({ length: 4 }, () => processWith(async () => ++runs)));
  const all = () => Promise.all(four.map((runner) => runner.runDue()));
  await all();
  expect(runs).toBe(0);
  await becomesDue();
  await all();
  await all();
  expect(runs).toBe(1);
  expect(await row()).toMatchObject({ run_id: null, last_count: 1, failures: 0, waits: { seconds: 59 } });
});

it('does not overlap itself, in any process, although its time has come again', async () => {
  const { run, begun, end } = held();
  let others = 0;
  const leads = await processWith(run);
  const waits = await processWith(async () => ++others);
  await becomesDue();
  const led = leads.runDue();
  await begun;
  await becomesDue();
  await Promise.all([leads['look'](), waits.runDue()]);
  expect(others).toBe(0);
  end();
  await led;
  await becomesDue();
  await waits.runDue();
  expect(others).toBe(1);
});

it('is taken over at once from a process that was killed, which is written down; its late result changes nothing', async () => {
  const { run, begun, end } = held();
  const killed = await processWith(run);
  await becomesDue();
  const led = killed.runDue();
  await begun;
  // What a killed process leaves in the server: an ended connection.
  await db.source.query(
    `select pg_terminate_backend(pid, 30000) from pg_locks where locktype = 'advisory' and classid = 7312 and pid <> pg_backend_pid()`,
  );
  const next = await processWith(async () => 7);
  await becomesDue();
  await next.runDue();
  const taken = await row();
  expect(taken).toMatchObject({ last_count: 7, last_failure_code: 'interrupted', failures: 0, run_id: null });
  end();
  await led;
  expect(await row()).toMatchObject({ last_count: 7, led_by: taken.led_by });
});

it('that fails is one error in the log with what to do, is tried again more and more slowly, and counts from its success', async () => {
  let fails = true;
  const full = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  const runner = await processWith(() => (fails ? full() : once()), { everyMs: 2_000 });
  for (let n = 0; n < 8; n++) {
    await becomesDue();
    await runner.runDue();
  }
  expect(await row()).toMatchObject({ last_failure_code: 'ENOSPC', failures: 8, last_success_at: null });
  expect((await row()).waits.seconds ?? 60).toBeGreaterThan(50);
  expect(lines.map(({ level }) => level)).toEqual([50, 40, 40]);
  expect(lines[0]).toMatchObject({ schedule: 'sweep', msg: expect.stringContaining('make room') });
  fails = false;
  await becomesDue();
  await runner.runDue();
  expect(await row()).toMatchObject({ failures: 0, last_count: 1 });
});

it('that cannot be done yet is looked at again, and neither a success nor a failure', async () => {
  const runner = await processWith(async () => NOT_YET, { everyMs: 7 * 24 * 60 * MINUTE });
  await becomesDue();
  await runner.runDue();
  expect(await row()).toMatchObject({ last_success_at: null, failures: 0, waits: { minutes: 14 } });
});

it('is due by the database’s clock and the settings: at once where it says so, never where it is off, sooner when its period shrinks', async () => {
  let runs = 0;
  const count: Run = async () => ++runs;
  await (await processWith(count, { everyMs: 0 })).runDue();
  await becomesDue();
  await (await processWith(count, { everyMs: 0 })).runDue();
  expect(runs).toBe(0);
  await (await processWith(count, { everyMs: MINUTE, atOnce: true })).runDue();
  expect(runs).toBe(1);
  await processWith(count, { everyMs: 10_000 });
  expect((await row()).waits.seconds).toBeLessThan(10);
});

it('that is not done when its process ends is due at once for another, and no failure', async () => {
  const { run, begun, end } = held();
  const ends = await processWith(run);
  await becomesDue();
  void ends.runDue();
  await begun;
  await ends.stop(0);
  const next = await processWith(async () => 3);
  await next.runDue();
  expect(await row()).toMatchObject({ last_count: 3, last_failure_code: null });
  end();
});

it('a database that does not answer is said once, and they go on by themselves', async () => {
  const runner = await processWith(once);
  await becomesDue();
  const kill = () =>
    db.source.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  await runner['look']();
  await kill();
  await despiteDeadOnes(becomesDue);
  await runner.runDue();
  await runner.runDue();
  expect((await despiteDeadOnes(row)).last_count).toBe(1);
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
});
