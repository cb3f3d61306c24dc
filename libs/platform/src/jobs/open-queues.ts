import { PostgresQueues } from './postgres-queues.js';
import { type QueueBackend } from './queue-backend.js';
import { RedisQueues } from './redis-queues.js';

/** The queue that the settings name: Redis or Valkey where there is an address of one, else the database. Connects when it is first used. */
export function openQueues(
  { databaseUrl, redisUrl }: { databaseUrl: string; redisUrl?: string | undefined },
  applicationName: string,
): QueueBackend {
  return redisUrl === undefined
    ? new PostgresQueues(databaseUrl, applicationName)
    : new RedisQueues(redisUrl, applicationName);
}
