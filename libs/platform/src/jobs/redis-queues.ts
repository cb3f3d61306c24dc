import { createRedisBackend, withBackend, type ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { type JobName } from '#contracts';
import { probing, PROBE_WITHIN_MS, type Probed } from '../probes/index.js';
import { openBullQueue, openBullWorker } from './bull-queues.js';
import { withRetryPause } from './retry-pause-backend.js';
import {
  QueueUnusable,
  type HintQueue,
  type HintWorker,
  type HintWorkerOptions,
  type QueueBackend,
} from './queue-backend.js';
import { readRedisInfo, refusalOf, warningOn, type RedisFacts } from './redis-server.rules.js';

const BULL = withBackend(withRetryPause(createRedisBackend));

/** Half a second at first, five at last: a restarted server is found soon, one that is away is not flooded. */
const reconnectAfterMs = (attempt: number): number => Math.min(5000, attempt * 500);

/** Hints in Redis or Valkey. */
export class RedisQueues implements QueueBackend {
  readonly kind = 'redis';
  /** For giving hints: a command fails at once when the server is away, because its caller has other things to do. */
  readonly #giving: Redis;
  /** For taking them: waits for as long as it takes. */
  readonly #taking: Redis;

  constructor(url: string, applicationName: string) {
    const common = { connectionName: applicationName, lazyConnect: true, retryStrategy: reconnectAfterMs };
    this.#giving = new Redis(url, { ...common, maxRetriesPerRequest: 1, connectTimeout: PROBE_WITHIN_MS });
    this.#taking = new Redis(url, { ...common, maxRetriesPerRequest: null });
    // Without a listener ioredis writes to the console; queues and workers tell of their own troubles.
    for (const client of [this.#giving, this.#taking]) client.on('error', () => undefined);
  }

  async assertUsable(): Promise<string | undefined> {
    const facts = await this.#ask().catch((error: unknown) => {
      throw new QueueUnusable(`SHOUWEN_REDIS_URL: ${wordsFor(error).en}`, { cause: error });
    });
    const refusal = refusalOf(facts);
    if (refusal) throw new QueueUnusable(`SHOUWEN_REDIS_URL: ${nameOf(facts)} cannot be used. ${refusal.en}`);
    const warning = warningOn(facts);
    return warning ? `${nameOf(facts)}: ${warning.en}` : undefined;
  }

  openQueue(job: JobName): HintQueue {
    return openBullQueue(BULL, this.#giving as ConnectionOptions, job);
  }

  openWorker(job: JobName, options: HintWorkerOptions): HintWorker {
    return openBullWorker(BULL, this.#taking as ConnectionOptions, job, options);
  }

  probe(): Promise<Probed> {
    const look = async (): Promise<Probed> => {
      const facts = await this.#ask();
      const [refusal, warning] = [refusalOf(facts), warningOn(facts)];
      const detail = refusal ?? { zh: `${nameOf(facts)} 响应正常。`, en: `${nameOf(facts)} answers.` };
      return { ok: refusal === null, detail, ...(warning && { warning }), facts: { kind: this.kind, ...facts } };
    };
    return probing(this.kind, look, wordsFor);
  }

  async close(): Promise<void> {
    for (const client of [this.#giving, this.#taking]) client.disconnect();
  }

  async #ask(): Promise<RedisFacts> {
    return readRedisInfo(await this.#giving.info());
  }
}

const nameOf = ({ server, version }: RedisFacts) => `${server === 'valkey' ? 'Valkey' : 'Redis'} ${version}`;

/** The address is not repeated: it may hold a password. */
function wordsFor(error: unknown): { zh: string; en: string } {
  const message = error instanceof Error ? error.message : '';
  if (/^(NOAUTH|WRONGPASS)/.test(message))
    return {
      zh: '服务器拒绝了用户名或密码。请检查 SHOUWEN_REDIS_URL。',
      en: 'The server refuses the user name or password. Check SHOUWEN_REDIS_URL.',
    };
  if (message.startsWith('NOPERM'))
    return {
      zh: '该用户不能执行所需的命令。请给予队列所用的全部命令的权限。',
      en: 'This user may not run the commands that the queue needs. Allow them.',
    };
  return {
    zh: 'Redis 或 Valkey 没有响应。请检查它是否在运行、地址是否正确。',
    en: 'Redis or Valkey does not answer. See that it runs, and that the address is right.',
  };
}
