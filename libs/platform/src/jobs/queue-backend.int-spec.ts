import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { JOBS } from '#contracts';
import { DEEP } from '../../../../test/support/deep.js';
import { migratedDatabase } from '../../../../test/support/migrated-database.js';
import { MoodyPostgres } from '../../../../test/support/servers/moody-postgres.js';
import { RedisServer, type RedisKind } from '../../../../test/support/servers/redis.js';
import { createLogger } from '../logger.js';
import { HintPublisher } from './hint-publisher.js';
import { JobRunner, type JobHandlers } from './job-runner.js';
import { openQueues } from './open-queues.js';
import { queueContract } from './queue-backend.contract.js';
import { restMs } from './retry-pause-backend.js';
import { QueueUnusable } from './queue-backend.js';
import { RedisQueues } from './redis-queues.js';
import { WorkService } from './work.service.js';

function isDeadlock(error: unknown): true {
  if ((error as { code?: string }).code === '40P01') return true;
  throw error;
}

describe('the queue in PostgreSQL', () => {
  queueContract(() => ({
    open: (databaseUrl) => openQueues({ databaseUrl }, 'test'),
    lose: async ({ source }) => {
      const tables: { name: string }[] = await source.query(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname = 'bullmq' and tablename like '%job%' and tablename not like '%migration%'`,
      );
      expect(tables.length).toBeGreaterThan(0);
      const emptied = () => source.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
      // It locks one table after the other, in another order than the queue that is at work: one of the two gives way, and tries again.
      while (await emptied().then(() => false, isDeadlock));
    },
  }));
});

describe('a database that is away', () => {
  it('is told of in a line, not in one for each try of each job, and found again', async () => {
    const db = await migratedDatabase();
    const moody = await MoodyPostgres.before(db.url);
    const lines: string[] = [];
    const to = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString('utf8')), done()) });
    const queues = openQueues({ databaseUrl: moody.url }, 'test');
    const publisher = new HintPublisher(queues);
    const work = new WorkService(db.source);
    let onTaken = (): void => undefined;
    const taken = () => new Promise<void>((took) => (onTaken = took));
    const run = async () => onTaken();
    const handlers = Object.fromEntries(Object.keys(JOBS).map((job) => [job, { run, giveUp: run, concurrency: 2 }]));
    const runner = new JobRunner(handlers as unknown as JobHandlers, work, createLogger('test', 'warn', to), queues);
    try {
      await publisher.ready();
      await runner.start();
      // Each job's worker fails several times.
      await moody.turnAway(3 * Object.keys(JOBS).length);
      expect(lines.map((line) => JSON.parse(line) as { msg: string })).toEqual([
        expect.objectContaining({ msg: 'queue connection trouble' }),
      ]);
      moody.recover();
      const found = taken();
      const id = await work.open(db.source.manager, 'score-leg', randomUUID());
      await publisher.publish([{ id: id!, job: 'score-leg' }]);
      await found;
    } finally {
      await runner.stop();
      await publisher.close();
      await queues.close();
      await moody.close();
      await db.close();
    }
  });

  it('is asked at pauses that grow to two seconds', () => {
    expect([1, 2, 3, 4, 50].map(restMs)).toEqual([250, 500, 1000, 2000, 2000]);
  });
});

// One protocol: an ordinary run holds the queue against one of the two.
describe.each<RedisKind>(DEEP ? ['redis', 'valkey'] : ['valkey'])('the queue in %s', (kind) => {
  let server: RedisServer;
  beforeAll(async () => void (server = await RedisServer.start(kind)));
  afterEach(() => server.command('flushall'));
  afterAll(() => server.stop());

  const restart = async () => {
    await server.kill();
    await server.up();
  };
  const open = (databaseUrl: string) => openQueues({ databaseUrl, redisUrl: server.url }, 'test');
  const lose = async () => void (await server.command('flushall'));
  queueContract(() => ({ open, lose }), restart);

  it('holds nothing but ids of work', async () => {
    const queues = new RedisQueues(server.url, 'test');
    const queue = queues.openQueue('seal-recording');
    await queue.give(['3f1c']);
    expect(await server.command('hget', 'bull:seal-recording:1', 'data')).toBe('{"workId":"3f1c"}');
    await queue.close();
    await queues.close();
  });
});

describe('a Redis or Valkey that is not set up for a queue', () => {
  const opened: { close(): Promise<void> }[] = [];
  afterAll(() => Promise.all(opened.map((one) => one.close())));

  function queuesAt(url: string): RedisQueues {
    const queues = new RedisQueues(url, 'test');
    opened.push(queues);
    return queues;
  }

  async function serverWith(kind: RedisKind, settings: Record<string, string>): Promise<RedisServer> {
    const server = await RedisServer.start(kind, settings);
    opened.push({ close: () => server.stop() });
    return server;
  }

  it.each<RedisKind>(['redis', 'valkey'])(
    '%s that may evict keys is refused, with the policy by name',
    async (kind) => {
      const queues = queuesAt((await serverWith(kind, { 'maxmemory-policy': 'allkeys-lru' })).url);
      const refused = queues.assertUsable();
      await expect(refused).rejects.toThrow(QueueUnusable);
      await expect(refused).rejects.toThrow(/allkeys-lru.*noeviction/);
      expect(await queues.probe()).toMatchObject({ ok: false, facts: { maxmemoryPolicy: 'allkeys-lru' } });
    },
  );

  it('without an append-only file it is used, and that is said', async () => {
    const queues = queuesAt((await serverWith('redis', { appendonly: 'no' })).url);
    expect(await queues.assertUsable()).toMatch(/appendonly/);
    expect(await queues.probe()).toMatchObject({ ok: true, warning: { en: expect.stringContaining('appendonly') } });
    expect(await queuesAt((await serverWith('valkey', {})).url).assertUsable()).toBeUndefined();
  });

  it('a wrong password is told apart from silence, and never repeated', async () => {
    const server = await serverWith('redis', { requirepass: 'hunter2' });
    const wrong = queuesAt(server.url.replace('hunter2', 'hunter3'));
    await expect(wrong.assertUsable()).rejects.toThrow(/user name or password/);
    await expect(wrong.assertUsable()).rejects.not.toThrow(/hunter/);
    expect(await queuesAt(server.url).assertUsable()).toBeUndefined();
    await server.kill();
    const silent = queuesAt(server.url);
    expect(await silent.probe()).toMatchObject({ ok: false });
    await expect(silent.assertUsable()).rejects.toThrow(/does not answer/);
  });
});
