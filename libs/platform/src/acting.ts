import { AsyncLocalStorage } from 'node:async_hooks';

/** That what happens now is done by one person in the place of another. */
export interface ActingFor {
  absenceId: string;
  /** Who acts. */
  deputyPersonId: string;
  /** Who is away. */
  personId: string;
}

const running = new AsyncLocalStorage<{ acting: ActingFor | null }>();

/** Runs one request; whether it acts for another is said while it runs, by who reads the session. */
export const runRequest = (run: () => void): void => running.run({ acting: null }, run);

/** Everything that the request writes from now on is done for this person. */
export function actFor(acting: ActingFor): void {
  const request = running.getStore();
  if (!request) throw new Error('only a request acts for another person');
  request.acting = acting;
}

/** For whom the present request acts; null: for the person who asks, or there is no request. */
export const actingNow = (): ActingFor | null => running.getStore()?.acting ?? null;
