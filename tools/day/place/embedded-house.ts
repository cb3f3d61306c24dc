import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger } from '#platform';
import { EmbeddedProfile } from '../../profile/embedded-profile.js';
import { inheritedClock } from '../../profile/inherited-clock.rules.js';
import { running, type House } from './house.js';
import { ROOT } from './tool.js';

/** The embedded profile: everything under one folder. */
export class EmbeddedHouse implements House {
  private profile: EmbeddedProfile | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  /** Without the database's address: commands find the bundled server themselves, and so does a restoration. */
  get settings(): Record<string, string> {
    return { ...this.env, SHOUWEN_DATA_DIR: this.dataDir };
  }

  get databaseUrl(): string {
    return this.profile?.databaseUrl ?? '';
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get logs() {
    return { api: join(this.dataDir, 'logs/api.log'), worker: join(this.dataDir, 'logs/worker.log') };
  }

  async prepare(): Promise<void> {
    const { dataDir, port } = this;
    const clock = inheritedClock(process.env);
    const place = { dataDir, port, root: ROOT, logger: createLogger('day', 'silent') };
    this.profile = await EmbeddedProfile.prepare({ ...place, env: { ...this.env, ...clock }, postgresEnv: clock });
  }

  async start(): Promise<void> {
    await this.profile?.start();
  }

  processes() {
    const { api, worker, postgres } = this.profile ?? {};
    return running({ api: api?.pid, worker: worker?.pid, postgres: postgres?.pid });
  }

  async stop(): Promise<void> {
    await this.profile?.stop();
    this.profile = undefined;
  }

  async kill(): Promise<void> {
    const { profile } = this;
    if (!profile) return;
    await Promise.all([profile.api.crash(), profile.worker.crash()]);
    process.kill(profile.postgres.pid, 'SIGKILL');
    // The launcher is this process: it lets go of what it holds, and starts nothing again.
    await profile.stop();
    this.profile = undefined;
  }

  async objects(): Promise<string[]> {
    const folder = join(this.dataDir, 'objects');
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  }

  async tearDown(): Promise<void> {
    await this.stop();
  }
}
