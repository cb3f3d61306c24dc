import { type ProcessingBoard } from '#contracts';

/** What the outlook rests on. Milliseconds of sound, but `heardMs`, which is by the clock. */
export interface HearingFigures {
  recordings: number;
  waitingMs: number;
  busiestHourMs: number;
  /** Of the newest recordings that were heard here: their length, and what hearing them took, each for itself. */
  soundMs: number;
  heardMs: number;
  /** How many are heard at once, over all workers. */
  slots: number;
}

const HOUR_MS = 3_600_000;

/** How long the backlog takes and whether more comes than can be heard; null where nothing was heard yet or no worker is there. */
export function outlookOf(figures: HearingFigures): ProcessingBoard['hearing'] {
  const { recordings, waitingMs, busiestHourMs, soundMs, heardMs, slots } = figures;
  if (soundMs <= 0 || heardMs <= 0 || slots <= 0) return null;
  // Those heard at once slow each other down, and what each took was measured so.
  const perMs = (soundMs / heardMs) * slots;
  const perHourMs = perMs * HOUR_MS;
  const endsInSeconds = waitingMs / perMs / 1000;
  return { recordings, waitingMs, endsInSeconds, perHourMs, busiestHourMs, keepsUp: busiestHourMs <= perHourMs };
}
