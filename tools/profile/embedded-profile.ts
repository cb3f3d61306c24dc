import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CannotStart, markerTrouble, parseEnv, readServerSize, type EmbeddedPostgres, type Logger } from '#platform';
import { assertPortFree } from './assert-port-free.js';
import { SupervisedChild } from './child-process.js';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { inheritedClock } from './inherited-clock.rules.js';
import { LogFile, type LogLimits } from './log-file.js';
import { ensureProductDatabase } from './product-database.js';
import { endLeftBehind, noteAddress } from './run-file.js';
import { ensureSecrets } from './secrets.js';
import { untilReady } from './until-ready.js';
import { WatchedPostgres } from './watched-postgres.js';

export interface ProfileOptions {
  dataDir: string;
  port: number;
  /** Root of the checkout, where `dist/` is. */
  root: string;
  logger: Logger;
  /** Settings for all processes besides those that the profile makes. */
  env?: Record<string, string>;
  /** Added to PostgreSQL's environment; for tests, which move its clock. */
  postgresEnv?: Record<string, string>;
  /** For tests: a server that is faster and forgets at a power cut. */
  durable?: boolean;
  logLimits?: LogLimits;
  /** Falls when the start is not wanted any more: what was begun is ended, and `prepare` rejects with the signal's reason. */
  signal?: AbortSignal;
}

const LOG_LIMITS: LogLimits = { bytes: 50 * 1024 ** 2, kept: 5 };
/** All of it ends in 15 s. The database has what API and worker leave of it, and at least this. */
const STOP_MS = 10_000;
const DATABASE_STOP_MS = 4_000;

/** What is taken when a start begins and let go when all has ended. */
interface Held {
  database: WatchedPostgres;
  lock: FolderLock;
}

/**
 * The embedded profile: bundled PostgreSQL, API, worker and what takes calls as they happen, as processes of their own, everything under one
 * data directory. From `prepare` on the database is watched, from its start on each of the others is: what ends unasked is started again, after
 * a pause that grows.
 */
export class EmbeddedProfile {
  private constructor(
    readonly baseUrl: string,
    /** What all of them are given. */
    readonly env: Record<string, string> & { SHOUWEN_DATABASE_URL: string; SHOUWEN_DATA_DIR: string },
    private readonly held: Held,
    readonly api: SupervisedChild,
    readonly worker: SupervisedChild,
    /** Runs only where it was started: it takes a port that other programmes may want. */
    readonly capture: SupervisedChild,
  ) {
    // What ended because the database was away need not wait out its pause.
    held.database.onBack = () => [api, worker].forEach((child) => child.hurry());
  }

  /** The database's server that runs now. */
  get postgres(): EmbeddedPostgres {
    return this.held.database.current;
  }

  /** Where the database's own files lie. */
  get databaseDir(): string {
    return join(this.env.SHOUWEN_DATA_DIR, 'postgres');
  }

  /** As the runtime role, as both processes connect. */
  get databaseUrl(): string {
    return this.env.SHOUWEN_DATABASE_URL;
  }

  /**
   * Makes what is missing and migrates. The processes are not started yet, so that people can be seeded first.
   *
   * @throws CannotStart and others, of which `startFailure` makes a sentence; nothing of it runs then
   */
  static async prepare(options: ProfileOptions): Promise<EmbeddedProfile> {
    const dataDir = resolve(options.dataDir);
    await mkdir(join(dataDir, 'logs'), { recursive: true, mode: 0o711 });
    const lock = await lockFolder(dataDir);
    try {
      await endLeftBehind(join(dataDir, 'run'));
      await assertPortFree(options.port, options.env?.['SHOUWEN_HOST']);
      return await prepareLocked({ ...options, dataDir }, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** @internal */
  static of(
    { dataDir, port, root, logger, logLimits = LOG_LIMITS, env: given }: ProfileOptions,
    held: Held,
    databaseUrl: string,
  ): EmbeddedProfile {
    const env = {
      ...inheritedClock(process.env),
      ...given,
      SHOUWEN_DATABASE_URL: databaseUrl,
      SHOUWEN_DATA_DIR: dataDir,
      SHOUWEN_PORT: String(port),
    };
    const child = (name: string) =>
      new SupervisedChild({
        ...{ name, env, logger, logLimits, entry: join(root, `dist/apps/${name}/src/main.js`) },
        logFile: join(dataDir, `logs/${name}.log`),
        runFile: join(dataDir, `run/${name}.json`),
      });
    return new EmbeddedProfile(`http://127.0.0.1:${port}`, env, held, child('api'), child('worker'), child('capture'));
  }

  /** @throws CannotStart when one of them ends on its own before the API is ready, with its own words */
  async start(signal?: AbortSignal): Promise<void> {
    const children = [this.api, this.worker];
    const failed = new Promise<never>((_done, fail) => {
      for (const child of children)
        child.onEnd = ({ code, lastWords }) => code !== null && fail(didNotStart(child.name, lastWords));
      signal?.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
    });
    children.forEach((child) => child.start());
    try {
      await Promise.race([untilReady(this.baseUrl, signal), failed]);
    } finally {
      children.forEach((child) => (child.onEnd = undefined));
    }
  }

  /**
   * `start`, with calls taken as they happen. That process goes first, so that a call waits for none of the others, and what ails it stops none
   * of them. The very first time it comes last: the API marks the folders of its keys.
   */
  async startTaking(signal?: AbortSignal): Promise<void> {
    const { capture, keyDir, keyCopyDir } = parseEnv(this.env);
    const early = (await markerTrouble({ first: keyDir, second: keyCopyDir })) === null;
    if (capture.on && early) this.capture.start();
    await this.start(signal);
    if (capture.on && !early) this.capture.start();
  }

  /** @throws when the API does not answer in time */
  apiReady(): Promise<void> {
    return untilReady(this.baseUrl);
  }

  /** Opens the logs again, which another programme may have moved. */
  reopenLogs(): void {
    for (const child of [this.api, this.worker, this.capture]) child.reopenLog();
  }

  /** Ends all of it in order, and within 15 s even if parts wait for something. */
  async stop(): Promise<void> {
    const began = Date.now();
    await Promise.all([this.api.stop(), this.worker.stop(), this.capture.stop()]);
    await this.held.database.stop(Math.max(DATABASE_STOP_MS, STOP_MS - (Date.now() - began)));
    this.held.lock.release();
  }
}

async function prepareLocked(options: ProfileOptions, lock: FolderLock): Promise<EmbeddedProfile> {
  const { dataDir, durable = true, postgresEnv = {}, logger, logLimits = LOG_LIMITS, signal } = options;
  const secrets = await ensureSecrets(dataDir);
  const log = new LogFile(join(dataDir, 'logs/postgres.log'), logLimits);
  const size = readServerSize({ ...process.env, ...options.env });
  const place = {
    dataDir: join(dataDir, 'postgres'),
    durable,
    size,
    env: { ...inheritedClock(process.env), ...postgresEnv },
  };
  const database = await WatchedPostgres.start({ ...place, log, logger, signal });
  // Ending the server ends all running queries.
  const end = () => void database.stop(DATABASE_STOP_MS);
  signal?.addEventListener('abort', end, { once: true });
  try {
    signal?.throwIfAborted();
    const databaseUrl = await ensureProductDatabase(database.current, secrets, {
      ...options.env,
      SHOUWEN_DATA_DIR: dataDir,
    });
    signal?.throwIfAborted();
    const profile = EmbeddedProfile.of(options, { database, lock }, databaseUrl);
    await noteAddress(dataDir, parseEnv(profile.env).publicUrl);
    return profile;
  } catch (error) {
    // A server without a handle would keep the launcher from ending.
    await database.stop(DATABASE_STOP_MS);
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** The last thing it said that is no line of a log. */
function didNotStart(name: string, lastWords: string): CannotStart {
  const said = lastWords
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('{') && !/^ {4}at /.test(line));
  const why =
    said.length > 0 ? said.slice(-12).join('\n') : `see logs/${name}.log in the data folder, and start again.`;
  return new CannotStart(`The ${name} did not start: ${why}`);
}
