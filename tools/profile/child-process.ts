import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { type Logger } from '#platform';

export interface ChildOptions {
  name: string;
  /** Compiled entry file. */
  entry: string;
  env: Record<string, string>;
  logFile: string;
  logger: Logger;
}

const RESTART_MS = 500;
const STOP_MS = 15_000;

/** One process of the product: started, kept running, stopped. It is a direct child, so that it never outlives its supervisor unseen. */
export class SupervisedChild {
  private child: ChildProcess | undefined;
  private stopping = false;
  private restart: NodeJS.Timeout | undefined;

  constructor(private readonly options: ChildOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @param extraEnv for this start only: a restart after a crash goes without it */
  start(extraEnv: Record<string, string> = {}): void {
    const { entry, env, logFile, name, logger } = this.options;
    this.stopping = false;
    const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
    const child = spawn(process.execPath, ['--enable-source-maps', entry], {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env, ...extraEnv },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.pipe(log);
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      logger.warn({ name, code, signal, logFile }, 'a process ended; starting it again');
      this.restart = setTimeout(() => this.start(), RESTART_MS);
    });
    this.child = child;
  }

  /** Ends it as a crash would; the supervisor starts it anew. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** Ends it as a crash would, and leaves it so. */
  async crash(): Promise<void> {
    this.stopping = true;
    if (!this.child) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(deadline);
  }
}
