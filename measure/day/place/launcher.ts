import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inheritedClock, inheritedCompiled } from '../../../tools/profile/inherited-clock.rules.js';
import { untilReady } from '../../../tools/profile/until-ready.js';
import { ROOT } from './tool.js';

/** It ends all that it started within 15 s, or leaves. */
const ENDS_WITHIN_MS = 20_000;

interface LauncherOptions {
  settings: Record<string, string>;
  baseUrl: string;
  /** Takes what it says. */
  logFile: string;
}

/** What `npm start` hands over to and what the systemd unit runs, as a process of its own. */
export class Launcher {
  private child: ChildProcess | undefined;
  private words = '';

  constructor(private readonly options: LauncherOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws in its own words when it ends instead */
  async start(): Promise<void> {
    const { settings, baseUrl, logFile } = this.options;
    const env = {
      PATH: process.env.PATH ?? '',
      ...inheritedClock(process.env),
      ...inheritedCompiled(process.env),
      LC_ALL: 'C.UTF-8',
      ...settings,
    };
    const child = spawn(process.execPath, [join(ROOT, 'dist/tools/start/main.js')], {
      ...{ cwd: ROOT, env, detached: true },
      // It ends with us, however we end: our side of the channel closes.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.words = '';
    const log = createWriteStream(logFile, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => this.hear(piece, log));
    child.once('close', () => log.end());
    const ended = once(child, 'close').then(([code]) => {
      throw new Error(`npm start ended with ${code}: ${this.words.trim()}`);
    });
    ended.catch(() => undefined);
    await Promise.race([untilReady(baseUrl), ended]);
  }

  /** As a service manager ends it. @throws unless it ends in order, and in time */
  async stop(): Promise<void> {
    const code = await this.endBy('SIGTERM');
    if (code !== null && code !== 0) throw new Error(`npm start ended with ${code}: ${this.words.trim()}`);
  }

  /** Takes it away before it can end anything. */
  async kill(): Promise<void> {
    await this.endBy('SIGKILL');
  }

  private async endBy(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'close').then(() => 'gone' as const);
    child.kill(signal);
    // The clock of the wait alone would keep us, long after all is gone.
    const late = delay(ENDS_WITHIN_MS, 'late' as const, { ref: false });
    if ((await Promise.race([gone, late])) === 'gone') return child.exitCode;
    child.kill('SIGKILL');
    throw new Error(`npm start did not end within ${ENDS_WITHIN_MS / 1000} s`);
  }

  private hear(piece: Buffer, log: NodeJS.WritableStream): void {
    log.write(piece);
    this.words = (this.words + piece.toString()).slice(-2_000);
  }
}
