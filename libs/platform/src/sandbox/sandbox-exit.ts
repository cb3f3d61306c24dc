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

const SIGNALS: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  15: 'SIGTERM',
};
const SIGXCPU = 24;

/** Reads an exit code as shells and bubblewrap give it: 128 + n means ended by signal n. */
export function readExitCode(
  code: number,
): { ended: 'exited'; code: number } | { ended: 'signalled'; signal: string } | { ended: 'timed_out'; limit: 'cpu' } {
  if (code <= 128) return { ended: 'exited', code };
  const signal = code - 128;
  if (signal === SIGXCPU) return { ended: 'timed_out', limit: 'cpu' };
  return { ended: 'signalled', signal: SIGNALS[signal] ?? `signal ${signal}` };
}
