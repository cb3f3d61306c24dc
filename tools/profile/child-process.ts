import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { END_WITHIN_MS, type Logger } from '#platform';
import { LogFile, type LogLimits } from './log-file.js';
import { inheritedCompiled } from './inherited-clock.rules.js';
import { noteEnded, noteRunning } from './run-file.js';

export const FIRST_PAUSE_MS = 500;

export const LONGEST_PAUSE_MS = 60_000;

/** A process that ran as long as this has recovered: when it ends again, that is a new trouble. */
export const STAYED_UP_MS = 60_000;

/** How often it has ended in a row without staying up, once it has ended again after `upMs`. */
export const endsInARow = (before: number, upMs: number): number => (upMs >= STAYED_UP_MS ? 1 : before + 1);

/** How long to wait before starting it again: longer each time, so that what cannot run does not keep the machine busy. */
export const pauseBefore = (ends: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (ends - 1));

/** What an operator sets for Node itself: whom it trusts beside the public authorities, its options, and the zone of its clock. */
const NAMES = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'TZ'];

/** These settings, for the processes that a launcher starts. Decoders and recognisers get none of them: the sandbox gives its own. */
export function inheritedNode(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

export interface ChildOptions {
  name: string;
  /** Compiled entry file. */
  entry: string;
  /** Read at each start. */
  env: Readonly<Record<string, string>>;
  logFile: string;
  logLimits?: LogLimits;
  /** Where it is noted that it runs, for a launcher that comes after one that was killed. */
  runFile?: string;
  logger: Logger;
}

const LOG_LIMITS: LogLimits = { bytes: 50 * 1024 ** 2, kept: 5 };
/** It ends on its own a little before, unless its event loop is blocked. */
const KILL_MS = END_WITHIN_MS + 1_000;
const LAST_WORDS_CHARS = 2_000;
const LAST_WORDS_MS = 200;

/** One process of the product: started, kept running, stopped. It ends with its supervisor, however that ends: see `endInTime`. */
export class SupervisedChild {
  private child: ChildProcess | undefined;
  private stopping = false;
  private restart: NodeJS.Timeout | undefined;
  private ends = 0;
  private lastWords = '';
  private readonly log: LogFile;
  /** Told of an end that was not asked for, with the process's last words; a code of null is a kill. */
  onEnd: ((end: { code: number | null; lastWords: string }) => void) | undefined;

  constructor(private readonly options: ChildOptions) {
    this.log = new LogFile(options.logFile, options.logLimits ?? LOG_LIMITS);
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @param extraEnv for this start only: a restart after a crash goes without it */
  start(extraEnv: Record<string, string> = {}): void {
    const { entry, env, runFile } = this.options;
    this.stopping = false;
    const began = Date.now();
    const child = spawn(process.execPath, ['--enable-source-maps', entry], {
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        ...inheritedCompiled(process.env),
        ...inheritedNode(process.env),
        ...env,
        ...extraEnv,
      },
      // Its end of the last one closes when we are gone.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child = child;
    this.lastWords = '';
    child.stderr?.on('data', (chunk: Buffer) => this.hear(chunk));
    // Not enough memory or descriptors to start it: it counts as ended, and is tried again.
    child.on('error', (error) => this.options.logger.error({ err: error }, 'a process could not be started'));
    // Its last words may still be in the pipe when it is gone, and a child of its own may hold that open for long.
    const gone = new Promise<number | null>((resolve) => {
      child.once('close', resolve);
      child.once('exit', (code) => setTimeout(resolve, LAST_WORDS_MS, code));
    });
    void gone.then((code) => this.child === child && this.ended(code, Date.now() - began));
    if (runFile && child.pid !== undefined) void noteRunning(runFile, child.pid).catch(() => undefined);
  }

  /** Starts it now, if it is waiting to be: what it lacked is back. */
  hurry(): void {
    if (!this.restart) return;
    this.clearRestart();
    this.start();
  }

  /** Opens its log again, which another programme may have moved. */
  reopenLog(): void {
    this.log.reopen();
  }

  /** Ends it as a crash would; the supervisor starts it again. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** Ends it as a crash would, and leaves it so. */
  async crash(): Promise<void> {
    await this.endBy('SIGKILL');
  }

  /** Ends it in order, and in time. */
  async stop(): Promise<void> {
    await this.endBy('SIGTERM');
    this.log.close();
  }

  private async endBy(signal: NodeJS.Signals): Promise<void> {
    this.stopping = true;
    this.clearRestart();
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const deadline = setTimeout(() => child.kill('SIGKILL'), KILL_MS);
    await gone;
    clearTimeout(deadline);
  }

  private hear(chunk: Buffer): void {
    this.log.write(chunk);
    this.lastWords = (this.lastWords + chunk.toString('utf8')).slice(-LAST_WORDS_CHARS);
  }

  private ended(code: number | null, upMs: number): void {
    const { name, logFile, logger, runFile } = this.options;
    if (runFile) noteEnded(runFile);
    if (this.stopping) return;
    this.ends = endsInARow(this.ends, upMs);
    const pauseMs = pauseBefore(this.ends);
    logger.warn({ name, code, upMs, pauseMs, logFile }, 'a process ended; starting it again');
    this.restart = setTimeout(() => {
      this.restart = undefined;
      this.start();
    }, pauseMs);
    this.onEnd?.({ code, lastWords: this.lastWords });
  }

  private clearRestart(): void {
    clearTimeout(this.restart);
    this.restart = undefined;
  }
}
