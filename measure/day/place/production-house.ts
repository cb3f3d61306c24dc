import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createLogger } from '#platform';
import { ProductionProfile } from '../../../test/support/production-profile.js';
import { closeDesk, openDesk } from '../../../test/support/servers/desk.js';
import { inheritedClock } from '../../../tools/profile/inherited-clock.rules.js';
import { running, type House } from './house.js';
import { ROOT } from './tool.js';

/** The production profile: PostgreSQL 15, Redis, Ceph's S3 and KMS as servers of their own. S3 and KMS outlive a power cut in the house. */
export class ProductionHouse implements House {
  private profile: ProductionProfile | undefined;
  private down = false;

  constructor(
    private readonly dataDir: string,
    private readonly env: Record<string, string>,
  ) {}

  get settings(): Record<string, string> {
    return this.there.env;
  }

  get databaseUrl(): string {
    return this.there.databaseUrl;
  }

  get baseUrl(): string {
    return this.there.baseUrl;
  }

  get logs() {
    const log = (name: string): string => `${this.dataDir}/logs/${name}.log`;
    return { api: log('api-1'), worker: log('worker-1'), launcher: log('launcher') };
  }

  async prepare(): Promise<void> {
    if (this.profile) return this.down ? this.profile.serversUp() : undefined;
    await openDesk(this.dataDir);
    const env = { ...this.env, ...inheritedClock(process.env) };
    const { launcher } = this.logs;
    const logger = createLogger('day', 'warn', { write: (line) => appendFileSync(launcher, line) });
    this.profile = await ProductionProfile.prepare({ dataDir: this.dataDir, root: ROOT, logger, env, durable: true });
  }

  async start(): Promise<void> {
    this.down = false;
    this.there.api.start();
    this.there.worker.start();
    await this.there.apiReady();
  }

  processes() {
    const { api, worker, postgresPid } = this.there;
    return running({ api: api.pid, worker: worker.pid, postgres: postgresPid });
  }

  async stop(): Promise<void> {
    if (!this.profile || this.down) return;
    this.down = true;
    await this.profile.stop();
  }

  async kill(): Promise<void> {
    this.down = true;
    await this.there.crash();
  }

  objects(): Promise<string[]> {
    return this.there.objectNames();
  }

  async tearDown(): Promise<void> {
    const { profile } = this;
    if (!profile) return;
    await this.stop();
    this.profile = undefined;
    await profile.remove();
    await closeDesk();
  }

  /** The owner's connection, for another database on the same server. */
  async ownerUrl(database: string): Promise<string> {
    const secret = await readFile(`${this.dataDir}/secrets/database-owner.password`, 'utf8');
    const url = new URL(this.databaseUrl);
    [url.username, url.password, url.pathname] = ['shouwen_owner', secret.trim(), `/${database}`];
    return url.toString();
  }

  private get there(): ProductionProfile {
    if (!this.profile) throw new Error('the installation was never started');
    return this.profile;
  }
}
