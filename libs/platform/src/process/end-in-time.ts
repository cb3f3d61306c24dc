import { type Logger } from '../logger.js';

/** Something cannot start, or not now; the message says in a sentence what to do. The operator has to fix it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** What API and worker may take to end in order. Their launcher waits a little longer before it kills, and all of it is over in 15 s. */
export const END_WITHIN_MS = 5_000;

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export interface Ending {
  /** From now on the end is in order: `close` is called, and waited for as long as {@link END_WITHIN_MS}. Until then the process just ends. */
  closeWith(close: () => Promise<void>, logger: Logger): void;
}

/**
 * Ends the process when it is told to, and when its launcher is gone: a launcher that was killed must leave no process behind that holds
 * the port or works beside the next one. Even if it waits for something (a database that does not answer, an upload that stalls) it
 * is over in time, which loses nothing: see libs/platform/src/jobs.
 */
export function endInTime(withinMs = END_WITHIN_MS): Ending {
  let closing: { close: () => Promise<void>; logger: Logger } | undefined;
  let asked = false;
  const end = (): void => {
    if (asked) return;
    asked = true;
    if (!closing) return process.exit(0);
    const { close, logger } = closing;
    setTimeout(() => {
      logger.warn({ withinMs }, 'the process did not end in order in time; it ends now');
      process.exit(0);
    }, withinMs);
    close()
      .catch((error: unknown) => logger.warn({ err: error }, 'the process did not end in order'))
      .finally(() => process.exit(0));
  };
  for (const signal of SIGNALS) process.on(signal, end);
  // The launcher's end of the channel closes with the launcher, also when that is killed outright.
  if (process.channel) process.once('disconnect', end);
  return { closeWith: (close, logger) => void (closing = { close, logger }) };
}
