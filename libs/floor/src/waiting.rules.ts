/** A stay in a queue of a call that goes on. Times are milliseconds since 1970. */
export interface QueueStay {
  legId: string;
  queue: string;
  beganAt: number;
}

export interface WaitingQueue {
  queue: string;
  waiting: number;
  /** When the one who waits longest came; null: none waits. */
  longestSince: number | null;
}

/** No caller waits so long: the record of the end was lost. */
const LONGEST_WAIT_MS = 60 * 60_000;

export const stillWaits = ({ beganAt }: QueueStay, now: number): boolean =>
  beganAt <= now && now - beganAt <= LONGEST_WAIT_MS;

/** How many wait in each queue. @param queues of the team; one that is not among them is told of while a caller waits in it */
export function waitingNow(stays: readonly QueueStay[], queues: readonly string[], now: number): WaitingQueue[] {
  const waiting = stays.filter((stay) => stillWaits(stay, now));
  const names = [...new Set([...queues, ...waiting.map(({ queue }) => queue)])].toSorted();
  return names.map((queue) => {
    const began = waiting.filter((stay) => stay.queue === queue).map(({ beganAt }) => beganAt);
    return { queue, waiting: began.length, longestSince: began.length > 0 ? Math.min(...began) : null };
  });
}
