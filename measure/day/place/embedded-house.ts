import { readFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withRunningDatabase } from '../../../tools/doctor/embedded-database.js';
import { running, type House } from './house.js';
import { Launcher } from './launcher.js';

const GONE_WITHIN_MS = 15_000;

/** The embedded profile: `npm start`, and everything under one folder. */
export class EmbeddedHouse implements House {
  private readonly launcher: Launcher;
  private url = '';

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {
    const settings = { ...this.settings, SHOUWEN_PORT: String(port) };
    this.launcher = new Launcher({ settings, baseUrl: this.baseUrl, logFile: this.logs.launcher });
  }

  /** Without the database's address: commands find the bundled server themselves, and so does a restoration. */
  get settings(): Record<string, string> {
    return { ...this.env, SHOUWEN_DATA_DIR: this.dataDir };
  }

  get databaseUrl(): string {
    return this.url;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get logs() {
    const log = (name: string): string => join(this.dataDir, `logs/${name}.log`);
    return { api: log('api'), worker: log('worker'), launcher: log('launcher') };
  }

  async prepare(): Promise<void> {
    await mkdir(join(this.dataDir, 'logs'), { recursive: true, mode: 0o711 });
  }

  async start(): Promise<void> {
    await this.launcher.start();
    const found = await withRunningDatabase(this.settings);
    this.url = found['SHOUWEN_DATABASE_URL'] ?? '';
  }

  processes() {
    return running({
      launcher: this.launcher.pid,
      api: this.noted('run/api.json'),
      worker: this.noted('run/worker.json'),
      postgres: this.noted('postgres/cluster/postmaster.pid'),
    });
  }

  stop(): Promise<void> {
    return this.launcher.stop();
  }

  async kill(): Promise<void> {
    const pids = this.processes().map(({ pid }) => pid);
    for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL');
    await this.launcher.kill();
    for (const deadline = performance.now() + GONE_WITHIN_MS; pids.some(isAlive); await delay(50))
      if (performance.now() > deadline) throw new Error('something of the product outlived kill -9');
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

  /** The process that the launcher, or PostgreSQL itself, wrote down. */
  private noted(name: string): number | undefined {
    try {
      const text = readFileSync(join(this.dataDir, name), 'utf8');
      const pid = name.endsWith('.json') ? (JSON.parse(text) as { pid: number }).pid : Number(text.split('\n')[0]);
      return pid > 1 ? pid : undefined;
    } catch {
      return undefined;
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie whose parent has not looked holds nothing any more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
