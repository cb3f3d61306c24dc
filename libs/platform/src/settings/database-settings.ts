import { z } from 'zod';

const between = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** How much of a database server each process may use, and how large the bundled server is. */
export const databaseSettings = {
  /** Connections that API and worker each hold at most for requests and jobs. */
  SHOUWEN_DATABASE_POOL: between(2, 500).default(10),
  /** Connections that a worker holds besides for upkeep, so that copying or checking objects keeps no job waiting. */
  SHOUWEN_DATABASE_UPKEEP_POOL: between(2, 200).default(8),
  /** The bundled PostgreSQL alone: its `max_connections`, and its memory in megabytes. */
  SHOUWEN_POSTGRES_CONNECTIONS: between(60, 5_000).default(200),
  SHOUWEN_POSTGRES_SHARED_BUFFERS_MB: between(16, 1_000_000).default(256),
  SHOUWEN_POSTGRES_WORK_MEM_MB: between(1, 10_000).default(4),
  SHOUWEN_POSTGRES_MAINTENANCE_MEM_MB: between(1, 100_000).default(64),
};

type DatabaseSettings = { [N in keyof typeof databaseSettings]: z.infer<(typeof databaseSettings)[N]> };

export function readPools(env: DatabaseSettings) {
  return { pool: env.SHOUWEN_DATABASE_POOL, upkeepPool: env.SHOUWEN_DATABASE_UPKEEP_POOL };
}

/** How large the bundled server is. */
export interface ServerSize {
  connections: number;
  sharedBuffersMb: number;
  workMemMb: number;
  maintenanceMemMb: number;
}

/**
 * How large the bundled server is to be, from the launcher's own settings: it starts before API and worker read theirs.
 * @throws Error that names what cannot be used
 */
export function readServerSize(source: Record<string, string | undefined>): ServerSize {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = z.object(databaseSettings).safeParse(given);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return {
    connections: parsed.data.SHOUWEN_POSTGRES_CONNECTIONS,
    sharedBuffersMb: parsed.data.SHOUWEN_POSTGRES_SHARED_BUFFERS_MB,
    workMemMb: parsed.data.SHOUWEN_POSTGRES_WORK_MEM_MB,
    maintenanceMemMb: parsed.data.SHOUWEN_POSTGRES_MAINTENANCE_MEM_MB,
  };
}
