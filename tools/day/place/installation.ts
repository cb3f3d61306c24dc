import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { createLogger, freePort, parseEnv } from '#platform';
import { EmbeddedProfile } from '../../profile/embedded-profile.js';
import { inheritedClock } from '../../profile/inherited-clock.rules.js';
import { seedOrganisation } from '../../demo/seed/seed-organisation.js';
import { ROOT } from './tool.js';

const READY_WITHIN_MS = 120_000;

/** A process of the product, by the name that its log has. */
export interface ProductProcess {
  name: string;
  pid: number;
}

/** One installation of the product on the embedded profile: started, ended and started again where it lies. */
export class Installation {
  private profile: EmbeddedProfile | undefined;
  private connection: pg.Client | undefined;

  /** @param env settings of ours besides those that the profile makes */
  constructor(
    readonly dataDir: string,
    private readonly env: Record<string, string>,
    readonly port: number,
  ) {}

  static async at(dataDir: string, env: Record<string, string>): Promise<Installation> {
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    return new Installation(dataDir, env, await freePort());
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The settings that a command beside the product needs. */
  get settings(): Record<string, string> {
    return { ...this.env, SHOUWEN_DATA_DIR: this.dataDir };
  }

  /** What signatures of this installation are checked with. */
  get publicKey(): string {
    return join(this.dataDir, 'secrets/journal-ed25519.pem.pub');
  }

  get database(): pg.Client {
    if (!this.connection) throw new Error('the installation is not running');
    return this.connection;
  }

  /** @param password of the people it is seeded with, the first time */
  async start(password?: string): Promise<void> {
    const logger = createLogger('day', 'silent');
    const { dataDir, env, port } = this;
    const clock = inheritedClock(process.env);
    const place = { dataDir, port, root: ROOT, logger };
    this.profile = await EmbeddedProfile.prepare({ ...place, env: { ...env, ...clock }, postgresEnv: clock });
    if (password !== undefined) await seedOrganisation(parseEnv(this.profile.env), password);
    const before = await this.workersReady();
    await this.profile.start();
    await this.untilWorkerReady(before);
    this.connection = new pg.Client({ connectionString: this.profile.databaseUrl, application_name: 'shouwen-day' });
    this.connection.on('error', () => undefined);
    await this.connection.connect();
  }

  /** The clock may not jump while the worker gets ready. @throws when it does not */
  private async untilWorkerReady(before: number): Promise<void> {
    for (const deadline = performance.now() + READY_WITHIN_MS; performance.now() < deadline; await delay(100))
      if ((await this.workersReady()) > before) return;
    throw new Error(`the worker was not ready within ${READY_WITHIN_MS / 1000} s; see logs/worker.log`);
  }

  /** How often a worker has said so, over all starts. */
  private async workersReady(): Promise<number> {
    const log = await readFile(join(this.dataDir, 'logs/worker.log'), 'utf8').catch(() => '');
    return log.split('"worker ready"').length - 1;
  }

  processes(): ProductProcess[] {
    const { api, worker, postgres } = this.profile ?? {};
    return [
      { name: 'api', pid: api?.pid },
      { name: 'worker', pid: worker?.pid },
      { name: 'postgres', pid: postgres?.pid },
    ].filter((one): one is ProductProcess => one.pid !== undefined);
  }

  /** As a service manager ends it. */
  async stop(): Promise<void> {
    await this.connection?.end().catch(() => undefined);
    await this.profile?.stop();
    this.profile = this.connection = undefined;
  }

  /** As a power cut ends it, but for the disk. */
  async kill(): Promise<void> {
    const profile = this.profile;
    if (!profile) return;
    await Promise.all([profile.api.crash(), profile.worker.crash()]);
    process.kill(profile.postgres.pid, 'SIGKILL');
    await profile.postgres.exited;
    this.profile = this.connection = undefined;
  }

  logFiles(): string[] {
    return ['api', 'worker'].map((name) => join(this.dataDir, `logs/${name}.log`));
  }

  /** The signed heads until now, taken out of the house as an auditor takes them. */
  async takeHeads(to: string): Promise<void> {
    await cp(join(this.dataDir, 'journal-heads'), to, { recursive: true });
  }
}
