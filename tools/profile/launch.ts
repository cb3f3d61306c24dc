import { commandsAsRun, startFailure } from '#platform';

/** All that a launcher started is over by then, or it leaves: see `EmbeddedProfile.stop`. */
const GONE_WITHIN_MS = 15_000;

/** Thrown through a launcher's current step when it is told to end. */
class ToldToEnd extends Error {
  override readonly name = 'ToldToEnd';
}

const say = (line: string): void => void process.stderr.write(`${commandsAsRun(line, process.env, process.cwd())}\n`);

/** Rejects when the signal falls, and never resolves: to be raced against what cannot be stopped itself. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  const told = new Promise<never>((_done, fail) => {
    if (signal.aborted) fail(signal.reason as Error);
    signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
  });
  told.catch(() => undefined);
  return told;
}

export interface LaunchOptions {
  /** What SIGHUP is for where no terminal can hang up: a service opens its logs again. Without it, it ends like the others. */
  onHangUp?: () => void;
}

/**
 * Runs a launcher to its end, and the process with it: SIGINT and SIGTERM, or the end of the script that started it, let `signal` fall; `run`
 * stops what it started and rejects. A failure is told in a sentence.
 */
export function launch(run: (signal: AbortSignal) => Promise<void>, { onHangUp }: LaunchOptions = {}): void {
  const told = new AbortController();
  const end = (): void => {
    if (told.signal.aborted) return;
    told.abort(new ToldToEnd('told to end'));
    setTimeout(() => process.exit(1), GONE_WITHIN_MS);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  process.on('SIGHUP', () => (onHangUp && !hasTerminal() ? onHangUp() : end()));
  if (process.channel) process.once('disconnect', end);
  run(told.signal).then(
    () => process.exit(0),
    (error: unknown) => {
      if (error instanceof ToldToEnd) return process.exit(0);
      say(startFailure(error));
      process.exit(1);
    },
  );
}

const hasTerminal = (): boolean => [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);

/** Settings of ours that the caller made, for API and worker too. */
export function passedOn(): Record<string, string> {
  const ours = Object.entries(process.env).filter(([name, value]) => name.startsWith('SHOUWEN_') && value);
  return Object.fromEntries(ours) as Record<string, string>;
}
