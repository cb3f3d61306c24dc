import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inheritedCompiled } from '../../tools/profile/inherited-clock.rules.js';
import { patient } from '../../tools/patience.mjs';

const ROOT = join(import.meta.dirname, '../..');
const READY_MS = patient(180_000);
/** What runs besides the launcher itself. */
export const PARTS = ['api', 'worker', 'capture', 'postgres'] as const;
type Part = (typeof PARTS)[number];

/** `npm start` as a service runs it, on a data folder: the compiled launcher, which a test ends in every way it can end. */
export class Launcher {
  private said = '';
  readonly ended: Promise<number | null>;

  private constructor(
    private readonly child: ChildProcess,
    readonly baseUrl: string,
    private readonly dataDir: string,
  ) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  /** @param env what the operator sets besides */
  static begin(dataDir: string, port: number, env: Record<string, string> = {}): Launcher {
    const child = spawn(process.execPath, [join(ROOT, 'dist/tools/start/main.js')], {
      env: {
        PATH: process.env['PATH'] ?? '',
        ...inheritedCompiled(process.env),
        SHOUWEN_DATA_DIR: dataDir,
        SHOUWEN_PORT: String(port),
        // Several of them run on the machine of a test.
        SHOUWEN_SIP_PORT: '0',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return new Launcher(child, `http://127.0.0.1:${port}`, dataDir);
  }

  /** @throws with what it said, when it ends instead */
  static async start(dataDir: string, port: number, env: Record<string, string> = {}): Promise<Launcher> {
    const launcher = Launcher.begin(dataDir, port, env);
    await launcher.says('Shouwen runs at');
    return launcher;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get words(): string {
    return this.said;
  }

  /** Waits until it has said this. @throws with what it said, when it ends first */
  async says(words: string): Promise<void> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (const deadline = Date.now() + READY_MS; !this.said.includes(words); await delay(50))
      if (over || Date.now() > deadline) throw new Error(`the launcher never said "${words}": ${this.said}`);
  }

  kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  /** The process that it started under this name. @throws when none is noted */
  async pidOf(name: Part): Promise<number> {
    if (name === 'postgres')
      return parseInt(await readFile(join(this.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'));
    return (JSON.parse(await readFile(join(this.dataDir, `run/${name}.json`), 'utf8')) as { pid: number }).pid;
  }

  /**
   * Waits until another process has the place of one that was killed, the API answers out of the database, and those that ended with it are
   * back too.
   */
  async back(name: Part, insteadOf: number): Promise<void> {
    for (const deadline = Date.now() + READY_MS; ; await delay(100)) {
      const pids = await Promise.all(PARTS.map((part) => this.pidOf(part).catch(() => null)));
      const ready = await fetch(`${this.baseUrl}/api/health/ready`).catch(() => null);
      if (!pids.includes(null) && pids[PARTS.indexOf(name)] !== insteadOf && ready?.ok) return;
      if (Date.now() > deadline) throw new Error(`${name} did not come back: ${this.said}`);
    }
  }
}

export const isAlive = async (pid: number): Promise<boolean> =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(
    (stat) => !/\) [ZX] /.test(stat),
    () => false,
  );
