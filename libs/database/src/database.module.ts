import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { UPKEEP_SOURCE } from '#platform';
import { createDataSource } from './data-source.js';
import { assertUsable, DatabaseUnusable } from './state.js';

/** How many connections a process holds at most; upkeep has a pool of its own where one is named. */
export interface Pools {
  pool?: number;
  upkeepPool?: number;
}

/** The process's data source, as the runtime role, and that of its upkeep. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(UPKEEP_SOURCE) private readonly upkeep: DataSource,
  ) {}

  static forRoot(url: string, applicationName: string, { pool, upkeepPool }: Pools = {}): DynamicModule {
    const providers = [
      { provide: DataSource, useFactory: () => openDatabase(url, applicationName, pool) },
      {
        provide: UPKEEP_SOURCE,
        useFactory: (source: DataSource) =>
          upkeepPool ? openDatabase(url, `${applicationName}-upkeep`, upkeepPool) : source,
        inject: [DataSource],
      },
    ];
    return { module: DatabaseModule, providers, exports: [DataSource, UPKEEP_SOURCE] };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.upkeep !== this.source) await this.upkeep.destroy();
    await this.source.destroy();
  }
}

/** An address that swallows everything would be waited for without end. */
const ANSWER_MS = 15_000;

/** @throws DatabaseUnusable when it does not answer, is too old, lacks a migration, or is a newer release's */
async function openDatabase(url: string, applicationName: string, poolSize?: number): Promise<DataSource> {
  await assertAnswers(url, applicationName);
  const source = await createDataSource({
    url,
    applicationName,
    ...(poolSize !== undefined && { poolSize }),
  }).initialize();
  try {
    await assertUsable(source);
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

async function assertAnswers(connectionString: string, application_name: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name, connectionTimeoutMillis: ANSWER_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (!(error instanceof Error) || !/timeout/i.test(error.message)) throw error;
    const { host, port } = client;
    throw new DatabaseUnusable(
      `The database at ${host}:${port} did not answer within ${ANSWER_MS / 1000} s: see that it runs and that SHOUWEN_DATABASE_URL is right, then start again.`,
    );
  } finally {
    void client.end().catch(() => undefined);
  }
}
