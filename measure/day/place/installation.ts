import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freePort, parseEnv } from '#platform';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { EmbeddedHouse } from './embedded-house.js';
import { type House, type ProductProcess } from './house.js';

const READY_WITHIN_MS = 180_000;

/** One installation of the product: started, ended and started again where it lies. */
export class Installation {
  private connection: pg.Client | undefined;

  constructor(
    readonly dataDir: string,
    readonly house: House,
  ) {}

  /** @param env settings of ours besides those that the profile makes */
  static async embedded(dataDir: string, env: Record<string, string>): Promise<Installation> {
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    return new Installation(dataDir, new EmbeddedHouse(dataDir, await freePort(), env));
  }

  get baseUrl(): string {
    return this.house.baseUrl;
  }

  /** The settings that a command beside the product needs. */
  get settings(): Record<string, string> {
    return this.house.settings;
  }

  /** What signatures of this installation are checked with. */
  get publicKey(): string {
    return join(this.dataDir, 'secrets/journal-ed25519.pem.pub');
  }

  get database(): pg.Client {
    if (!this.connection) throw new Error('the installation is not running');
    return this.connection;
  }

  /** @param password of the people that it is seeded with, the first time */
  async start(password?: string): Promise<void> {
    const { house } = this;
    await house.prepare();
    const before = await this.workersReady();
    await house.start();
    await this.untilWorkerReady(before);
    if (password !== undefined)
      await seedOrganisation(
        parseEnv({ ...house.settings, SHOUWEN_DATABASE_URL: house.databaseUrl, SHOUWEN_DATABASE_URL_FILE: undefined }),
        password,
        // Two people of legal's publish them on Monday.
        { grants: false },
      );
    this.connection = new pg.Client({ connectionString: house.databaseUrl, application_name: 'shouwen-day' });
    this.connection.on('error', () => undefined);
    await this.connection.connect();
  }

  processes(): ProductProcess[] {
    return this.house.processes();
  }

  async stop(): Promise<void> {
    await this.connection?.end().catch(() => undefined);
    this.connection = undefined;
    await this.house.stop();
  }

  /** Stops it, with all that was started for it alone. */
  async end(): Promise<void> {
    await this.connection?.end().catch(() => undefined);
    this.connection = undefined;
    await this.house.tearDown();
  }

  async kill(): Promise<void> {
    this.connection = undefined;
    await this.house.kill();
  }

  /** The signed heads until now, taken out of the house as an auditor takes them. */
  async takeHeads(to: string): Promise<void> {
    await cp(join(this.dataDir, 'journal-heads'), to, { recursive: true });
  }

  /** The clock may not jump while the worker gets ready. @throws when it does not */
  private async untilWorkerReady(before: number): Promise<void> {
    for (const deadline = performance.now() + READY_WITHIN_MS; performance.now() < deadline; await delay(100))
      if ((await this.workersReady()) > before) return;
    throw new Error(`the worker was not ready within ${READY_WITHIN_MS / 1000} s; see ${this.house.logs.worker}`);
  }

  /** How often a worker has said so, over all starts. */
  private async workersReady(): Promise<number> {
    const log = await readFile(this.house.logs.worker, 'utf8').catch(() => '');
    return log.split('"worker ready"').length - 1;
  }
}
