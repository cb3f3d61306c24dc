import { constants } from 'node:os';

/** What a sandboxed program may use. Every limit is hard: crossing it ends the program. */
export interface SandboxLimits {
  /** Wall-clock time from start to end, in milliseconds. */
  wallMs: number;
  /** Processor time, in whole seconds (RLIMIT_CPU of each process inside). */
  cpuSeconds: number;
  /** Address space of each process inside, in bytes (RLIMIT_AS); also the size of the private /tmp. */
  memoryBytes: number;
  /** Bytes of standard output after which the program is cut off. */
  outputBytes: number;
}

/**
 * What ended a sandboxed program. Only `exited` with code 0 may have given whole output; even that is no proof of success for
 * decoders (ffmpeg exits 0 on a partial file), so callers judge what came out. `stderr` is the last part of what it complained, bounded.
 */
export type SandboxExit = { stderr: string } & (
  | { ended: 'exited'; code: number }
  | { ended: 'signalled'; signal: string }
  | { ended: 'timed_out'; limit: 'wall' | 'cpu' }
  | { ended: 'output_too_large' }
  | { ended: 'aborted' }
  | { ended: 'input_failed' }
  | { ended: 'not_started'; reason: NotStartedReason }
);

/** `no_bubblewrap`: not installed and running without it was not allowed. `sandbox_refused`: the kernel or container forbids namespaces. */
export type NotStartedReason = 'no_bubblewrap' | 'no_program' | 'sandbox_refused';

/**
 * Reads an exit code as shells and bubblewrap give it: 128 + n means ended by signal n. Programs may exit with such codes themselves
 * (ffmpeg with its error numbers, from 128 + 55 up), so only real signals count.
 */
export function readExitCode(code: number): ReadExitCode {
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  if (signal === undefined) return { ended: 'exited', code };
  return signal === 'SIGXCPU' ? { ended: 'timed_out', limit: 'cpu' } : { ended: 'signalled', signal };
}

type ReadExitCode =
  | { ended: 'exited'; code: number }
  | { ended: 'signalled'; signal: string }
  | { ended: 'timed_out'; limit: 'cpu' };
