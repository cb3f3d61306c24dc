import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres, type Logger } from '#platform';
import { assertPortFree } from './assert-port-free.js';
import { SupervisedChild } from './child-process.js';
import { ensureProductDatabase } from './product-database.js';
import { ensureSecrets } from './secrets.js';
import { untilReady } from './until-ready.js';

export interface ProfileOptions {
  dataDir: string;
  port: number;
  /** Root of the checkout, where `dist/` is. */
  root: string;
  logger: Logger;
  /** Settings for both processes besides those that the profile makes. */
  env?: Record<string, string>;
  /** Added to PostgreSQL's environment; for tests, which move its clock. */
  postgresEnv?: Record<string, string>;
  /** For tests: a server that is faster and forgets at a power cut. */
  durable?: boolean;
}

/** The embedded profile: bundled PostgreSQL, API and worker as processes of their own, everything under one data directory. */
export class EmbeddedProfile {
  private constructor(
    readonly baseUrl: string,
    /** What both processes are given. */
    readonly env: Record<string, string> & { SHOUWEN_DATABASE_URL: string; SHOUWEN_DATA_DIR: string },
    readonly postgres: EmbeddedPostgres,
    readonly api: SupervisedChild,
    readonly worker: SupervisedChild,
  ) {}

  /** Where the database's own files lie. */
  get databaseDir(): string {
    return join(this.env.SHOUWEN_DATA_DIR, 'postgres');
  }

  /** As the runtime role, as both processes connect. */
  get databaseUrl(): string {
    return this.env.SHOUWEN_DATABASE_URL;
  }

  /** Makes what is missing and migrates. The processes are not started yet, so that people can be seeded first. */
  static async prepare(options: ProfileOptions): Promise<EmbeddedProfile> {
    const dataDir = resolve(options.dataDir);
    const { port, root, logger } = options;
    await assertPortFree(port);
    await mkdir(join(dataDir, 'logs'), { recursive: true, mode: 0o711 });
    const secrets = await ensureSecrets(dataDir);
    const { durable = true, postgresEnv = {} } = options;
    const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), durable, env: postgresEnv });
    // A server that nobody has a handle of would keep the launcher from ending.
    const databaseUrl = await ensureProductDatabase(postgres, secrets).catch(async (error: unknown) => {
      await postgres.stop();
      throw error;
    });
    const env = {
      ...options.env,
      SHOUWEN_DATABASE_URL: databaseUrl,
      SHOUWEN_DATA_DIR: dataDir,
      SHOUWEN_PORT: String(port),
    };
    const child = (name: string) =>
      new SupervisedChild({
        name,
        entry: join(root, `dist/apps/${name}/src/main.js`),
        env,
        logFile: join(dataDir, `logs/${name}.log`),
        logger,
      });
    return new EmbeddedProfile(`http://127.0.0.1:${port}`, env, postgres, child('api'), child('worker'));
  }

  async start(): Promise<void> {
    this.api.start();
    this.worker.start();
    await this.apiReady();
  }

  /** @throws when the API does not answer in time */
  apiReady(): Promise<void> {
    return untilReady(this.baseUrl);
  }

  async stop(): Promise<void> {
    await Promise.all([this.api.stop(), this.worker.stop()]);
    await this.postgres.stop();
  }
}
