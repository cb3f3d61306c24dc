import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { PassThrough, pipeline, type Readable, type Writable } from 'node:stream';
import { passBounded, keepTail } from './bounded-output.js';
import {
  bubblewrapArguments,
  FIRST_FILE_FD,
  limitedCommand,
  SANDBOX_FOLDER,
  type SandboxPlan,
  STATUS_FD,
  UNWALLED_SECOND_FD,
  unsandboxedEnvironment,
} from './sandbox-arguments.rules.js';
import { type NotStartedReason, readExitCode, type SandboxExit, type SandboxLimits } from './sandbox-exit.js';

export interface SandboxRequest {
  /** Absolute path of the program. */
  program: string;
  /** Arguments, given the folder in memory where `files` are and where the program may write, and the number of its second pipe out. */
  args: (folder: string, secondPipe: number) => readonly string[];
  /** Its standard input. */
  input?: Readable;
  /**
   * Files, by name, for programs that do not read their standard input or that have to seek. They stay in memory: a stream goes straight into
   * the sandbox's own, never whole into ours.
   */
  files?: Readonly<Record<string, Buffer | Readable>>;
  limits: SandboxLimits;
  /** Opens a second pipe out, for at most so many bytes: a decoder gives two forms of one recording in one pass. */
  secondPipeBytes?: number;
  readOnly?: readonly string[];
  signal?: AbortSignal;
  /** True only where an operator has set SHOUWEN_ALLOW_UNSANDBOXED: run without walls when bubblewrap is not installed. */
  allowUnsandboxed?: boolean;
}

export interface SandboxRun {
  /** Always ends, never errors: a program that was stopped gives a short output, and `done` says why. Unread, it blocks until the wall limit. */
  stdout: Readable;
  /** The same for the second pipe; empty where none was asked for. */
  second: Readable;
  /** Never rejects. */
  done: Promise<SandboxExit>;
}

type Ending = SandboxExit extends infer E ? (E extends SandboxExit ? Omit<E, 'stderr'> : never) : never;
const STDERR_TAIL_BYTES = 4096;

/**
 * Runs a decoder or an engine on bytes that strangers sent: under bubblewrap, with limits, one input in, one pipe out or two. Expected ends
 * are values ({@link SandboxExit}); without bubblewrap nothing starts unless that was explicitly allowed.
 */
export function runSandboxed(request: SandboxRequest): SandboxRun {
  const [stdout, second] = [new PassThrough(), new PassThrough()];
  const notStarted = (reason: NotStartedReason): SandboxExit => {
    for (const source of sourcesOf(request)) source.destroy();
    for (const out of [stdout, second]) out.end();
    return { ended: 'not_started', reason, stderr: '' };
  };
  const done = prepare(request)
    .then((start) => ('reason' in start ? notStarted(start.reason) : supervise(request, start, { stdout, second })))
    // Too many files are open, or the arguments could not be made: readers wait for an end in any case.
    .catch(() => notStarted('sandbox_refused'));
  return { stdout, second, done };
}

/** Where bubblewrap is on this machine, or undefined. */
export async function findBubblewrap(path = process.env['PATH'] ?? ''): Promise<string | undefined> {
  for (const directory of path.split(delimiter).filter((entry) => entry.startsWith('/'))) {
    const candidate = join(directory, 'bwrap');
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

interface Started {
  child: ChildProcess;
  walled: boolean;
  /** The second pipe out, where one was asked for. */
  second: Readable | undefined;
  /** Files that stream in while the walls go up. */
  lent: { source: Readable; sink: Writable }[];
  cleanUp(): Promise<void>;
}

async function prepare(request: SandboxRequest): Promise<Started | { reason: NotStartedReason }> {
  if (!(await isExecutable(request.program))) return { reason: 'no_program' };
  const bubblewrap = await findBubblewrap();
  if (bubblewrap) return startWalled(bubblewrap, request);
  return request.allowUnsandboxed ? startUnwalled(request) : { reason: 'no_bubblewrap' };
}

function startWalled(bubblewrap: string, request: SandboxRequest): Started {
  const files = Object.entries(request.files ?? {});
  const secondFd = FIRST_FILE_FD + files.length;
  const plan = planOf(request, SANDBOX_FOLDER, secondFd);
  const child = spawnHeard(bubblewrap, bubblewrapArguments(plan), spawnOptions(request, 1 + files.length));
  const lent: Started['lent'] = [];
  for (const [index, [, content]] of files.entries()) {
    const sink = child.stdio[FIRST_FILE_FD + index] as Writable;
    // If the program is stopped before it was read, that is told by how it ended.
    sink.on('error', () => undefined);
    if (Buffer.isBuffer(content)) sink.end(content);
    else lent.push({ source: content, sink });
  }
  return { child, walled: true, second: pipeOf(child, secondFd), lent, cleanUp: () => Promise.resolve() };
}

/** Without walls, files still stay in memory: in a folder of a memory file system that only we can read. */
async function startUnwalled(request: SandboxRequest): Promise<Started | { reason: NotStartedReason }> {
  const folder = await mkdtemp('/dev/shm/sandbox-').catch(() => null);
  if (folder === null) return { reason: 'sandbox_refused' };
  const cleanUp = () => rm(folder, { recursive: true, force: true });
  try {
    for (const [name, content] of Object.entries(request.files ?? {}))
      await writeFile(join(folder, name), content, { mode: 0o600 });
  } catch {
    await cleanUp();
    return { reason: 'sandbox_refused' };
  }
  const [command = '', ...args] = limitedCommand(planOf(request, folder, UNWALLED_SECOND_FD));
  const child = spawnHeard(command, args, { ...spawnOptions(request, 0), cwd: folder });
  return { child, walled: false, second: pipeOf(child, UNWALLED_SECOND_FD), lent: [], cleanUp };
}

/** A child that cannot be started says so in the next tick, when its pipes may have failed us already. */
function spawnHeard(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, options).on('error', () => undefined);
}

function planOf(request: SandboxRequest, folder: string, secondPipe: number): SandboxPlan {
  const { program, args, limits, readOnly = [], files = {} } = request;
  return { program, args: args(folder, secondPipe), limits, readOnly, files: Object.keys(files) };
}

/** @param own how many pipes are ours and bubblewrap's; the program's second pipe out follows them */
function spawnOptions({ input, secondPipeBytes }: SandboxRequest, own: number): SpawnOptions {
  const more = Array.from({ length: own + (secondPipeBytes === undefined ? 0 : 1) }, () => 'pipe' as const);
  // Detached: its own process group, so that without walls a program's children can be ended with it.
  return {
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe', ...more],
    env: unsandboxedEnvironment(),
    detached: true,
  };
}

const pipeOf = (child: ChildProcess, fd: number): Readable | undefined =>
  (child.stdio[fd] as Readable | null) ?? undefined;

function supervise(
  request: SandboxRequest,
  { child, walled, second: secondPipe, lent, cleanUp }: Started,
  { stdout, second }: { stdout: PassThrough; second: PassThrough },
): Promise<SandboxExit> {
  const { input, limits, signal, secondPipeBytes = 0 } = request;
  const stderr = keepTail(child.stderr as Readable, STDERR_TAIL_BYTES);
  const status = walled ? keepTail(child.stdio[STATUS_FD] as Readable, STDERR_TAIL_BYTES) : undefined;
  return new Promise((resolve) => {
    let settled = false;
    const settle = (ending: Ending): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      endProcessGroup(child);
      for (const stream of child.stdio) stream?.destroy();
      for (const source of sourcesOf(request)) source.destroy();
      for (const out of [stdout, second]) out.end();
      void cleanUp().finally(() => resolve({ ...ending, stderr: stderr() }));
    };
    const onAbort = (): void => settle({ ended: 'aborted' });
    const timer = setTimeout(() => settle({ ended: 'timed_out', limit: 'wall' }), limits.wallMs);
    const tooLarge = (): void => settle({ ended: 'output_too_large' });
    passBounded(child.stdout as Readable, stdout, limits.outputBytes, tooLarge);
    if (secondPipe) passBounded(secondPipe, second, secondPipeBytes, tooLarge);
    for (const out of [stdout, second]) out.once('close', onAbort);
    // `close` comes when the program has ended and all that it wrote was passed on.
    child.on('close', (code, killedBy) => settle(readEnding(code, killedBy, status?.())));
    child.on('error', () => settle({ ended: 'not_started', reason: 'sandbox_refused' }));
    // Both may have happened before the program was started.
    if (signal?.aborted || stdout.destroyed || second.destroyed) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
    if (settled) return;
    const sourceBroke = (): void => settle({ ended: 'input_failed' });
    if (input && child.stdin) feed(input, child.stdin, sourceBroke);
    for (const { source, sink } of lent) feed(source, sink, sourceBroke);
  });
}

function sourcesOf({ input, files = {} }: SandboxRequest): Readable[] {
  const streams = Object.values(files).filter((content): content is Readable => !Buffer.isBuffer(content));
  return input ? [input, ...streams] : streams;
}

/** A program may stop reading before the input ends; only a source that breaks is a failure. */
function feed(input: Readable, sink: Writable, sourceBroke: () => void): void {
  let stoppedReading = false;
  // `pipeline` ends the source with the sink's error: that one is not the source's own.
  for (const end of ['error', 'close']) sink.once(end, () => (stoppedReading = true));
  input.once('error', () => {
    if (!stoppedReading) sourceBroke();
  });
  pipeline(input, sink, () => undefined);
}

function readEnding(code: number | null, killedBy: NodeJS.Signals | null, status: string | undefined): Ending {
  if (killedBy) return { ended: 'signalled', signal: killedBy };
  // Bubblewrap reports the program's exit code only if there was a program: without it, the code is bubblewrap's own failure.
  if (status !== undefined && !status.includes('"exit-code"'))
    return { ended: 'not_started', reason: 'sandbox_refused' };
  return readExitCode(code ?? 1);
}

function endProcessGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended on its own between the question and the answer.
  }
}

async function isExecutable(path: string): Promise<boolean> {
  if (!path.startsWith('/')) return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
