import { type ChildProcess, spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { type Cluster, directoryAsSeen, serverEnvironment } from './cluster.js';
import { LogTail } from './log-tail.js';
import { LAUNCHER_SETTING } from './postmaster.rules.js';

const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 1_500;
const PIPE_MS = 500;
const ABORTED_SHUTDOWN_MS = 5_000;
const START_MS = 120_000;

/** A server that did not come up; `log` is the end of what it said. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';

  constructor(
    what: string,
    readonly log: string,
  ) {
    super(`PostgreSQL ${what}:\n${log}`);
  }
}

interface PostmasterOptions {
  settings: Record<string, string>;
  env?: Readonly<Record<string, string>> | undefined;
  /** Falls when the caller no longer waits for the server: it is ended, and the start rejects. */
  signal?: AbortSignal | undefined;
  onLog: (line: string) => void;
}

/** One running server, a direct child of this process: only then is it reaped when it dies. */
export class Postmaster {
  /** Settles, never rejects, when the server has ended for any reason, with words for a log. */
  readonly exited: Promise<string>;
  private readonly dieWithUs = () => void this.child.kill('SIGINT');

  private constructor(
    private readonly child: ChildProcess,
    private readonly log: LogTail,
  ) {
    this.exited = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      // Not `exit`: its last words may still be in the pipe, and children of a killed postmaster hold the cluster until they close it.
      child.once('close', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit ${code}`));
    });
    process.once('exit', this.dieWithUs);
    void this.exited.then(() => process.off('exit', this.dieWithUs));
  }

  /**
   * Starts the server and waits until it accepts connections.
   *
   * @throws {PostgresStartError} when it ends first, or is still recovering after two minutes.
   */
  static async start(cluster: Cluster, { settings, env, signal, onLog }: PostmasterOptions): Promise<Postmaster> {
    const dir = await realpath(cluster.dir);
    const options = { ...settings, [LAUNCHER_SETTING]: String(process.pid) };
    const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(cluster.binaries.postgres, ['-D', directoryAsSeen(cluster, dir), ...flags], {
      ...cluster.user,
      cwd: dir,
      env: { ...serverEnvironment(), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      // Ctrl-C reaches a terminal's whole process group, and the database must outlive those who still write to it.
      detached: true,
    });
    const log = new LogTail(child.stderr);
    log.onLine(onLog);
    const postmaster = new Postmaster(child, log);
    await postmaster.ready(signal);
    return postmaster;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /**
   * Fast shutdown: open transactions are rolled back, everything committed is on disk. Safe to call twice.
   *
   * @param withinMs then it ends at once, and recovers when it is next started
   */
  async stop(withinMs = FAST_SHUTDOWN_MS): Promise<void> {
    this.child.kill('SIGINT');
    const patience = setTimeout(() => this.child.kill('SIGQUIT'), withinMs);
    // What does not hear that either hangs: it recovers at its next start, as after a power cut.
    const end = setTimeout(() => this.child.kill('SIGKILL'), withinMs + IMMEDIATE_SHUTDOWN_MS);
    // Its children may hold its pipe for longer than it lives, where they hang.
    const dead = new Promise<void>((done) => this.child.once('exit', () => void setTimeout(done, PIPE_MS)));
    await Promise.race([this.exited, dead]);
    clearTimeout(patience);
    clearTimeout(end);
  }

  private async ready(signal: AbortSignal | undefined): Promise<void> {
    const end = () => void this.child.kill('SIGINT');
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    let patience: NodeJS.Timeout | undefined;
    const outcome = await Promise.race([
      new Promise<'ready'>((resolve) => {
        this.log.onLine((line) => void (line.includes('ready to accept connections') && resolve('ready')));
      }),
      new Promise<string>(
        (resolve) => void (patience = setTimeout(resolve, START_MS, `was not ready after ${START_MS / 1000} s`)),
      ),
      this.exited.then((how) => `did not start (${how})`),
    ]);
    clearTimeout(patience);
    signal?.removeEventListener('abort', end);
    if (outcome === 'ready' && !signal?.aborted) return;
    await this.stop(signal?.aborted ? ABORTED_SHUTDOWN_MS : undefined);
    signal?.throwIfAborted();
    throw new PostgresStartError(outcome, this.log.text());
  }
}
