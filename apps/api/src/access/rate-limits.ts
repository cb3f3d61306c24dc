import { once } from 'node:events';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type AccessRule } from '#contracts';
import { type Asker } from '#people';
import { Clock, ENV, LOGGER, type Budget, type Env, type Logger } from '#platform';
import { budgetOf, limitHeaders } from './rate-limit.rules.js';
import { apiRefusals } from '../refusals.js';

const WINDOW_SECONDS = 60;
/** A slower store than this counts as missing: requests do not wait for the counting. */
const STORE_WITHIN_MS = 250;
const LOGGED_EVERY_MS = 60_000;

interface Limiter {
  most: number;
  /** Only with Redis: counts for all API processes. */
  together: RateLimiterRedis | null;
  alone: RateLimiterMemory;
}

/**
 * Counts requests in windows of a minute: for a token, an account, or an address without a signed-in user. With Redis all API processes
 * count together, in one round trip there and none to the database; without it, or while it does not answer, each counts for itself.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly redis: Redis | null;
  private readonly limiters: Map<Budget, Limiter>;
  private loggedAt = 0;

  constructor(
    @Inject(ENV) { redisUrl, rateLimits }: Env,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
  ) {
    this.redis = redisUrl === undefined ? null : this.connect(redisUrl);
    const limited = Object.entries(rateLimits).filter(([, most]) => most > 0) as [Budget, number][];
    this.limiters = new Map(limited.map(([budget, most]) => [budget, limiterOf(budget, most, this.redis)]));
  }

  /** Counts the request, and says in its answer what is left. @throws DomainError `too_many_requests` */
  async take(
    request: FastifyRequest,
    reply: FastifyReply,
    { rule, asker }: { rule: AccessRule; asker: Asker | null },
  ): Promise<void> {
    const { method, ip } = request;
    const counted = budgetOf({ method, route: request.routeOptions.url ?? '', address: ip, rule, asker });
    const limiter = counted === null ? undefined : this.limiters.get(counted.budget);
    if (counted === null || !limiter) return;
    const { taken, state } = await this.consume(limiter, counted.key);
    const left = { budget: counted.budget, most: limiter.most, windowSeconds: WINDOW_SECONDS, state };
    for (const [name, value] of Object.entries(limitHeaders(left))) void reply.header(name, value);
    if (!taken) throw apiRefusals.too_many_requests(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
  }

  /** Resolves when Redis has answered for the first time; until then the process counts for itself. */
  async ready(): Promise<void> {
    if (this.redis && this.redis.status !== 'ready') await once(this.redis, 'ready');
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private async consume({ together, alone }: Limiter, key: string): Promise<{ taken: boolean; state: RateLimiterRes }> {
    if (together === null) return answerOf(alone, key);
    return answerOf(together, key).catch((error: unknown) => {
      this.note(error);
      return answerOf(alone, key);
    });
  }

  private connect(url: string): Redis {
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: STORE_WITHIN_MS,
      connectionName: 'shouwen-limits',
    });
    // Without a listener ioredis would write to the console itself.
    redis.on('error', (error: unknown) => this.note(error));
    return redis;
  }

  private note(error: unknown): void {
    const now = this.clock.now().getTime();
    if (now - this.loggedAt < LOGGED_EVERY_MS) return;
    this.loggedAt = now;
    this.logger.warn({ err: error }, 'rate limits: Redis does not answer; this process counts for itself meanwhile');
  }
}

function limiterOf(budget: Budget, most: number, redis: Redis | null): Limiter {
  const form = { keyPrefix: `shouwen:rate:${budget}`, points: most, duration: WINDOW_SECONDS };
  const together =
    redis === null ? null : new RateLimiterRedis({ ...form, storeClient: redis, rejectIfRedisNotReady: true });
  return { most, together, alone: new RateLimiterMemory(form) };
}

/** The limiter rejects both when too much was taken and when its store failed: only the first is an answer. */
async function answerOf(limiter: RateLimiterMemory | RateLimiterRedis, key: string) {
  try {
    return { taken: true, state: await limiter.consume(key) };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { taken: false, state: refused };
    throw refused;
  }
}
