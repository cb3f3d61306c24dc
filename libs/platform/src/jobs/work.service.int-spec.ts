import { randomUUID } from 'node:crypto';
import { mock } from 'node:test';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { LeaseLost, WorkService, type Lease } from './work.service.js';

let db: MigratedDatabase;
let work: WorkService;

beforeAll(async () => {
  db = await migratedDatabase();
  work = new WorkService(db.source);
});
afterAll(() => db.close());

const open = async (subject = randomUUID()) => (await work.open(db.source.manager, 'score-leg', subject)) ?? '';
const claim = async (id: string) => (await work.claim(id)) as Lease;
const expire = (id: string) =>
  db.source.query(`update work set lease_until = now() - interval '1 s' where id = $1`, [id]);
const complete = (lease: Lease) => db.source.transaction((tx) => work.complete(tx, lease));

describe('work', () => {
  it('is open once for a subject', async () => {
    const subject = randomUUID();
    expect(await open(subject)).not.toBe('');
    expect(await open(subject)).toBe('');
  });

  it('is claimed by one of many', async () => {
    const id = await open();
    const claims = await Promise.all(Array.from({ length: 8 }, () => work.claim(id)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('goes to another worker when the lease has run out, and the first can no longer finish it', async () => {
    const id = await open();
    const first = await claim(id);
    await expire(id);
    const second = await claim(id);
    expect(second.attempt).toBe(2);
    await expect(complete(first)).rejects.toBeInstanceOf(LeaseLost);
    expect(await work.renew(first)).toBe(false);
    await complete(second);
    await expect(complete(second)).rejects.toBeInstanceOf(LeaseLost);
  });

  it('takes back what a late twin did in its transaction', async () => {
    const id = await open();
    const late = await claim(id);
    await expire(id);
    await claim(id);
    const stray = randomUUID();
    const twin = db.source.transaction(async (tx) => {
      await work.open(tx, 'seal-recording', stray);
      await work.complete(tx, late);
    });
    await expect(twin).rejects.toBeInstanceOf(LeaseLost);
    expect(await db.source.query('select id from work where subject_id = $1', [stray])).toEqual([]);
  });

  it('waits when it is put off, and is due again later', async () => {
    const id = await open();
    await work.postpone(await claim(id), 'engine_crashed', 600);
    expect(await work.claim(id)).toBeNull();
    expect((await work.due(1000)).map((w) => w.id)).not.toContain(id);
    await db.source.query('update work set due_at = now() where id = $1', [id]);
    expect((await work.due(1000)).map((w) => w.id)).toContain(id);
    expect((await claim(id)).attempt).toBe(2);
  });

  it('that a stopping worker hands back is due at once, and the try does not count', async () => {
    const id = await open();
    await work.handBack(await claim(id));
    expect((await claim(id)).attempt).toBe(1);
  });

  it('that waits for room is due later, and the try does not count', async () => {
    const id = await open();
    await work.handBack(await claim(id), 60);
    expect(await work.claim(id)).toBeNull();
    await db.source.query('update work set due_at = now() where id = $1', [id]);
    expect((await claim(id)).attempt).toBe(1);
  });

  it('is due again when its worker died', async () => {
    const id = await open();
    await claim(id);
    expect((await work.due(1000)).map((w) => w.id)).not.toContain(id);
    await expire(id);
    expect((await work.due(1000)).map((w) => w.id)).toContain(id);
  });

  it('is found however long another job’s backlog is, and only so much of each is', async () => {
    await db.source.query(
      `insert into work (id, job, subject_id, due_at, created_at)
       select gen_random_uuid(), 'transcribe-recording', gen_random_uuid(), now() - interval '1 hour', now() from generate_series(1, 600)`,
    );
    const id = await open();
    const due = await work.due(50);
    expect(due.map((one) => one.id)).toContain(id);
    expect(due.filter(({ job }) => job === 'transcribe-recording')).toHaveLength(50);
    await db.source.query(`delete from work where job = 'transcribe-recording'`);
  });

  it('is opened many at once, what is open staying as it is', async () => {
    const [old, subject] = [randomUUID(), randomUUID()];
    await open(old);
    const wanted = [old, subject, subject].map((subjectId) => ({ job: 'score-leg' as const, subjectId }));
    expect(await work.openMany(db.source.manager, wanted)).toHaveLength(1);
    expect(await work.openMany(db.source.manager, wanted)).toEqual([]);
  });

  it('has one process at a time give lost hints again', async () => {
    await db.source.query(`update reconcile_turn set at = 'epoch'`);
    const turns = await Promise.all(Array.from({ length: 6 }, () => work.takeTurn(60)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await work.takeTurn(60)).toBe(false);
  });

  it('that was given up is opened again by a person, with all its tries', async () => {
    const subject = randomUUID();
    const lease = await claim(await open(subject));
    await db.source.transaction((tx) => work.giveUp(tx, lease, 'engine_missing'));
    expect(await work.claim(lease.workId)).toBeNull();
    expect(await db.source.transaction((tx) => work.retryFailed(tx, [subject]))).toEqual([
      { job: 'score-leg', subjectId: subject },
    ]);
    expect(await db.source.transaction((tx) => work.retryFailed(tx, [subject]))).toEqual([]);
    expect((await claim(lease.workId)).attempt).toBe(1);
  });

  it('that was done a week ago is forgotten, what stands after a failure and all that is not done stays', async () => {
    const [done, young, mended] = [randomUUID(), randomUUID(), randomUUID()];
    for (const subject of [done, young]) await complete(await claim(await open(subject)));
    const lease = await claim(await open(mended));
    await db.source.transaction((tx) => work.giveUp(tx, lease, 'engine_missing'));
    await complete(await claim(await open(mended)));
    const waits = await open();
    const age = (interval: string, subjects: string[]) =>
      db.source.query(
        `update work set done_at = done_at - interval '${interval}', failed_at = failed_at - interval '${interval}',
           created_at = created_at - interval '${interval}' where subject_id = any($1)`,
        [subjects],
      );
    await age('7 days 1 minute', [done, mended]);
    await age('6 days', [young]);
    await db.source.query(`update work set created_at = now() - interval '30 days' where id = $1`, [waits]);
    expect(await work.forgetDone()).toBe(1);
    expect(await work.forgetDone()).toBe(0);
    const left: { subject_id: string }[] = await db.source.query(
      'select subject_id from work where subject_id = any($1) or id = $2',
      [[done, young, mended], waits],
    );
    expect(left).toHaveLength(4);
    expect(left.map(({ subject_id }) => subject_id)).not.toContain(done);
  });

  it('that stands after a failure is walked over once in a run, however much behind it is forgotten', async () => {
    const done = `now() - interval '9 days' + n * interval '1 second'`;
    const insert = (columns: string, values: string, from: string) =>
      db.source.query(`insert into work (id, job, subject_id, due_at, created_at, ${columns})
        select gen_random_uuid(), 'score-leg', ${values} from ${from}`);
    const stands = randomUUID();
    await insert('failed_at', `'${stands}', now(), now() - interval '10 days', now()`, 'generate_series(1, 1) n');
    await insert('done_at', `'${stands}', now(), now() - interval '9 days', ${done}`, 'generate_series(1, 3) n');
    await insert('done_at', `gen_random_uuid(), now(), now(), ${done}`, 'generate_series(10, 1509) n');
    const query = mock.method(db.source, 'query');
    expect(await work.forgetDone()).toBe(1500);
    const from = query.mock.calls.map((one) => (one.arguments[1] as string[])[0]);
    query.mock.restore();
    expect(from[0]).toBe('-infinity');
    const before = `select count(*)::int as n from work where subject_id = $1 and done_at < $2::timestamptz`;
    expect(await db.source.query(before, [stands, from[1]])).toEqual([{ n: 3 }]);
    expect(from).toHaveLength(2);
  });
});
