import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { PassThrough, pipeline, type Readable, type Writable } from 'node:stream';
import { passBounded, keepTail } from './bounded-output.js';
import {
  bubblewrapArguments,
  INPUT_FD,
  SANDBOX_INPUT_FILE,
  type SandboxPlan,
  STATUS_FD,
  unsandboxedCommand,
  unsandboxedEnvironment,
} from './sandbox-arguments.rules.js';
import { type NotStartedReason, readExitCode, type SandboxExit, type SandboxLimits } from './sandbox-exit.js';

export interface SandboxRequest {
  /** Absolute path of the program. */
  program: string;
  /** Arguments; `inputPath` is where `inputAs: 'file'` puts the input, and `-` otherwise. */
  args: (inputPath: string) => readonly string[];
  input?: Readable;
  /** `file` for programs that only read files: the input is copied into the sandbox's memory before the program starts. Default `stdin`. */
  inputAs?: 'stdin' | 'file';
  limits: SandboxLimits;
  readOnly?: readonly string[];
  signal?: AbortSignal;
  /** True only where an operator has set SHOUWEN_ALLOW_UNSANDBOXED: run without walls when bubblewrap is not installed. */
  allowUnsandboxed?: boolean;
}

export interface SandboxRun {
  /** Always ends, never errors: a program that was stopped gives a short output, and `done` says why. Unread, it blocks until the wall limit. */
  stdout: Readable;
  /** Never rejects. */
  done: Promise<SandboxExit>;
}

type Ending = SandboxExit extends infer E ? (E extends SandboxExit ? Omit<E, 'stderr'> : never) : never;
const STDERR_TAIL_BYTES = 4096;

/**
 * Runs a decoder or an engine on bytes that strangers sent: under bubblewrap, with limits, one input in, one pipe out. Expected ends are
 * values ({@link SandboxExit}); without bubblewrap nothing starts unless that was explicitly allowed.
 */
export function runSandboxed(request: SandboxRequest): SandboxRun {
  const stdout = new PassThrough();
  const done = prepare(request).then((start) => {
    if ('reason' in start) {
      request.input?.destroy();
      stdout.end();
      return { ended: 'not_started', reason: start.reason, stderr: '' } satisfies SandboxExit;
    }
    return supervise(request, start.child, start.walled, stdout);
  });
  return { stdout, done };
}

/** Where bubblewrap is on this machine, or undefined. */
export async function findBubblewrap(path = process.env['PATH'] ?? ''): Promise<string | undefined> {
  for (const directory of path.split(delimiter).filter((entry) => entry.startsWith('/'))) {
    const candidate = join(directory, 'bwrap');
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

async function prepare(
  request: SandboxRequest,
): Promise<{ child: ChildProcess; walled: boolean } | { reason: NotStartedReason }> {
  if (!(await isExecutable(request.program))) return { reason: 'no_program' };
  const bubblewrap = await findBubblewrap();
  if (!bubblewrap && !request.allowUnsandboxed) return { reason: 'no_bubblewrap' };
  const inputAsFile = request.inputAs === 'file';
  const inputPath = inputAsFile ? (bubblewrap ? SANDBOX_INPUT_FILE : '/dev/stdin') : '-';
  const { program, limits, readOnly = [] } = request;
  const plan: SandboxPlan = { program, args: request.args(inputPath), limits, readOnly, inputAsFile };
  const [command, ...args] = bubblewrap ? [bubblewrap, ...bubblewrapArguments(plan)] : unsandboxedCommand(plan);
  const stdin = request.input && !inputAsFile ? 'pipe' : 'ignore';
  const child = spawn(command as string, args, {
    stdio: [stdin, 'pipe', 'pipe', inputAsFile ? 'pipe' : 'ignore', bubblewrap ? 'pipe' : 'ignore'],
    env: unsandboxedEnvironment(),
    // Its own process group, so that without walls a program's children can be ended with it.
    detached: true,
  });
  return { child, walled: bubblewrap !== undefined };
}

function supervise(
  request: SandboxRequest,
  child: ChildProcess,
  walled: boolean,
  stdout: PassThrough,
): Promise<SandboxExit> {
  const { input, limits, signal } = request;
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
      input?.destroy();
      stdout.end();
      resolve({ ...ending, stderr: stderr() });
    };
    const onAbort = (): void => settle({ ended: 'aborted' });
    const timer = setTimeout(() => settle({ ended: 'timed_out', limit: 'wall' }), limits.wallMs);
    passBounded(child.stdout as Readable, stdout, limits.outputBytes, () => settle({ ended: 'output_too_large' }));
    stdout.once('close', () => settle({ ended: 'aborted' }));
    // A source that never ends must not keep us waiting for a program that has.
    child.on('exit', () => child.stdio[INPUT_FD]?.destroy());
    // `close` comes when the program has ended and all that it wrote was passed on.
    child.on('close', (code, killedBy) => settle(readEnding(code, killedBy, status?.())));
    child.on('error', () => settle({ ended: 'not_started', reason: 'sandbox_refused' }));
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
    const sink = (request.inputAs === 'file' ? child.stdio[INPUT_FD] : child.stdin) as Writable | null;
    if (input && sink && !settled) feed(input, sink, () => settle({ ended: 'input_failed' }));
  });
}

/** A program may stop reading before the input ends; only a source that breaks is a failure. */
function feed(input: Readable, sink: Writable, sourceBroke: () => void): void {
  input.once('error', sourceBroke);
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
    // It ended by itself between the question and the answer.
  }
}

async function isExecutable(path: string): Promise<boolean> {
  if (!path.startsWith('/')) return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
