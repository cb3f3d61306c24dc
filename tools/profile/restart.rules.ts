export const FIRST_PAUSE_MS = 500;
export const LONGEST_PAUSE_MS = 60_000;
/** A process that ran as long as this has recovered: when it ends again, that is a new trouble. */
export const STAYED_UP_MS = 60_000;

/** How often it has ended in a row without staying up, once it has ended again after `upMs`. */
export const endsInARow = (before: number, upMs: number): number => (upMs >= STAYED_UP_MS ? 1 : before + 1);

/** How long to wait before starting it again: longer each time, so that what cannot run does not keep the machine busy. */
export const pauseBefore = (ends: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (ends - 1));
