import { randomUUID } from 'node:crypto';
import { JOBS, type JobName } from '#contracts';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { createLogger } from '../logger.js';
import { HintPublisher } from './hint-publisher.js';
import { JobRunner, type JobContext, type JobHandler, type JobHandlers } from './job-runner.js';
import { type QueueBackend } from './queue-backend.js';
import { Reconciler } from './reconciler.js';
import { WorkService } from './work.service.js';

/** One server for the queue, and what can be done to it from outside. */
export interface QueueServer {
  open(databaseUrl: string): QueueBackend;
  /** Loses everything that waits, as FLUSHALL does. */
  lose(db: MigratedDatabase): Promise<void>;
}

const logger = createLogger('queue-contract', 'silent');
const JOB: JobName = 'score-leg';

/** A process's share of the queue: what a worker makes of it. */
class Crew {
  readonly runner: JobRunner;
  readonly publisher: HintPublisher;
  private readonly reconciler: Reconciler;

  constructor(
    readonly queues: QueueBackend,
    work: WorkService,
    handler: Omit<JobHandler, 'concurrency'>,
  ) {
    this.publisher = new HintPublisher(queues);
    const one: JobHandler = { ...handler, concurrency: 2 };
    const handlers = Object.fromEntries(Object.keys(JOBS).map((name) => [name, one])) as unknown as JobHandlers;
    this.runner = new JobRunner(handlers, work, logger, queues);
    this.reconciler = new Reconciler(work, this.publisher, logger, 200);
  }

  async start(): Promise<void> {
    await this.runner.start();
    this.reconciler.start();
  }

  async stop(): Promise<void> {
    this.reconciler.stop();
    await this.runner.stop();
    await this.publisher.close();
    await this.queues.close();
  }
}

/** Resolves when told to; a test holds a job at a place with it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/**
 * What every queue must do under the runner, the publisher and the reconciler; each backend runs it against the real thing.
 * `restart`: the server dies at once and comes back; left out where it is the database itself.
 */
export function queueContract(server: () => QueueServer, restart?: () => Promise<void>): void {
  let db: MigratedDatabase;
  let work: WorkService;
  let crews: Crew[];

  beforeEach(async () => {
    db = await migratedDatabase();
    work = new WorkService(db.source);
    crews = [];
  });
  afterEach(async () => {
    await Promise.all(crews.map((crew) => crew.stop()));
    await db.close();
  });

  const hire = (handler: Omit<JobHandler, 'concurrency'>): Crew => {
    const crew = new Crew(server().open(db.url), work, handler);
    crews.push(crew);
    return crew;
  };
  const complete = ({ lease }: JobContext) => db.source.transaction((tx) => work.complete(tx, lease));
  const open = async (count: number, job = JOB) => {
    const ids = await Promise.all(Array.from({ length: count }, () => work.open(db.source.manager, job, randomUUID())));
    return ids.map((id) => ({ id: id!, job }));
  };
  const done = async (): Promise<{ count: number; tries: number }> => {
    const [row] = await db.source.query(
      'select count(done_at)::int as count, coalesce(max(attempts), 0)::int as tries from work',
    );
    return row;
  };
  const allDone = async (count: number, withinMs = 30_000) => {
    for (const deadline = Date.now() + withinMs; (await done()).count < count;) {
      if (Date.now() > deadline) throw new Error(`${(await done()).count} of ${count} were done`);
      await new Promise((tick) => setTimeout(tick, 20));
    }
  };
  const giveUp = () => Promise.reject(new Error('nothing here is given up'));

  it('brings each hint to one worker once, though it is given twice', async () => {
    let runs = 0;
    const handler = { run: async (_: string, context: JobContext) => void (runs++, await complete(context)), giveUp };
    const [one, other] = [hire(handler), hire(handler)];
    const hints = await open(30);
    await one.publisher.publish([...hints, ...hints]);
    await one.runner.start();
    await other.runner.start();
    await allDone(30);
    expect([runs, await done()]).toEqual([30, { count: 30, tries: 1 }]);
  });

  it('may lose everything in the middle of the work: all of it is done, and once', async () => {
    const [held, many] = [gate(), 40];
    let runs = 0;
    const run = async (_: string, context: JobContext) => {
      if (++runs === 10) held.open();
      await complete(context);
    };
    const crew = hire({ run, giveUp });
    await crew.publisher.publish(await open(many));
    await crew.start();
    await held.opened;
    await server().lose(db);
    await crew.publisher.publish(await open(5));
    await server().lose(db);
    await allDone(many + 5);
    expect([runs, (await done()).tries]).toEqual([many + 5, 1]);
  });

  it('gives work that a stopping worker was in the middle of to another, at once and without counting the try', async () => {
    const begun = gate();
    const stopped = (signal: AbortSignal) =>
      new Promise<void>((_, fail) => signal.addEventListener('abort', () => fail(new Error('stopping'))));
    const slow = hire({ run: (_, { signal }) => (begun.open(), stopped(signal)), giveUp });
    await slow.publisher.publish(await open(1));
    await slow.start();
    await begun.opened;
    await slow.stop();
    crews.length = 0;
    await hire({ run: async (_, context) => complete(context), giveUp }).start();
    await allDone(1);
    expect((await done()).tries).toBe(1);
  });

  it('gives up what has ended its worker too often, without running it again', async () => {
    const given: string[] = [];
    const handler: Omit<JobHandler, 'concurrency'> = {
      run: () => Promise.reject(new Error('must not run')),
      giveUp: async (_, lease, error) => {
        await db.source.transaction((tx) => work.giveUp(tx, lease, 'internal_error'));
        // Only now: who waits for it looks at the row next.
        given.push((error as { code?: string }).code ?? '');
      },
    };
    await open(1);
    // Each worker that died had claimed it, and none came to say that it failed.
    await db.source.query(`update work set attempts = $1, lease_token = gen_random_uuid(), lease_until = now()`, [
      JOBS[JOB].attempts,
    ]);
    await hire(handler).start();
    for (const deadline = Date.now() + 20_000; given.length === 0 && Date.now() < deadline;)
      await new Promise((tick) => setTimeout(tick, 20));
    expect(given).toEqual(['internal_error']);
    expect(await db.source.query('select failed_at is not null as failed from work')).toEqual([{ failed: true }]);
  });

  it('lets fifty calls that bring their words pass two recordings that are being recognised, as many as may run at once', async () => {
    const [heard, recognising] = [gate(), gate()];
    let atOnce = 0;
    const run = async (_: string, context: JobContext) => {
      if (context.lease.job === 'transcribe-recording') {
        if (++atOnce === 2) recognising.open();
        await heard.opened;
      }
      await complete(context);
    };
    const crew = hire({ run, giveUp });
    await crew.publisher.publish(await open(5, 'transcribe-recording'));
    await crew.start();
    await recognising.opened;
    await crew.publisher.publish(await open(50, 'take-provided-words'));
    await allDone(50);
    expect(atOnce).toBe(2);
    heard.open();
    await allDone(55);
  });

  it('takes first what the handler says comes first, and all the rest', async () => {
    const order: string[] = [];
    const run = async (_: string, context: JobContext) => {
      order.push(context.lease.workId);
      await complete(context);
    };
    const first = async () => (await work.claimable(JOB, 100)).at(-1)?.id ?? null;
    const crew = hire({ run, giveUp, first });
    const hints: Awaited<ReturnType<typeof open>> = [];
    for (let n = 0; n < 6; n += 1) hints.push(...(await open(1)));
    await crew.publisher.publish(hints);
    await crew.start();
    await allDone(6);
    // Two run at once: one of them took the newest, although its hint came last.
    expect(order.slice(0, 2)).toContain(hints.at(-1)!.id);
    expect(order.toSorted()).toEqual(hints.map(({ id }) => id).toSorted());
  });

  it('keeps a place for what may not wait behind the rest, and forgets nothing that the place left', async () => {
    const long = await open(3);
    const short = await open(2);
    const isShort = new Set(short.map(({ id }) => id));
    const started = gate();
    const shortDone = gate();
    let [longAtOnce, longMost, shortLeft] = [0, 0, short.length];
    const run = async (_: string, context: JobContext) => {
      if (isShort.has(context.lease.workId)) {
        await started.opened;
        await complete(context);
        shortLeft -= 1;
        if (shortLeft === 0) shortDone.open();
        return;
      }
      longMost = Math.max(longMost, (longAtOnce += 1));
      started.open();
      // Short ones are done beside it, or it never ends.
      await shortDone.opened;
      longAtOnce -= 1;
      await complete(context);
    };
    const first = async (place: number) => {
      const due = await work.claimable(JOB, 100);
      return (place === 0 ? due[0] : due.find(({ id }) => isShort.has(id)))?.id ?? 'none';
    };
    const crew = hire({ run, giveUp, first });
    await crew.publisher.publish([...long, ...short]);
    await crew.start();
    await allDone(5);
    expect(longMost).toBe(1);
  });

  it('says how it is', async () => {
    const { queues } = hire({ run: () => Promise.resolve(), giveUp });
    expect(await queues.probe()).toMatchObject({ ok: true, facts: { kind: queues.kind } });
  });

  if (!restart) return;
  it('may die and come back: the workers find it again, and nothing is lost', async () => {
    const held = gate();
    let runs = 0;
    const run = async (_: string, context: JobContext) => {
      if (++runs === 5) held.open();
      await complete(context);
    };
    const crew = hire({ run, giveUp });
    await crew.publisher.publish(await open(20));
    await crew.start();
    await held.opened;
    await restart();
    await open(10);
    await allDone(30);
    expect([runs, (await done()).tries]).toEqual([30, 1]);
  });
}
