import { isOpenForTheCall, type InsufficientReason, type ItemResult } from '#contracts';
import { firstMoment } from '../call/first-moment.rules.js';

/** An item that was not judged and that a person has to judge. */
export interface WaitingItem {
  readonly itemId: string;
  readonly reason: InsufficientReason;
  /** Where in the recording to begin, milliseconds; null where there is no such place. */
  readonly atMs: number | null;
}

/**
 * The items of a card that wait for a person: what the engine abstained from, and what only a person may judge. A fact that the phone
 * system did not give asks no person, and what a person could not tell either is answered.
 */
export const waitingItems = (items: readonly ItemResult[]): WaitingItem[] =>
  items.flatMap(({ itemId, outcome, reason, source, evidence }) =>
    outcome === 'insufficient' && reason !== 'no_fact' && source !== 'human'
      ? [{ itemId, reason: reason ?? 'ambiguous', atMs: firstMoment(evidence) }]
      : [],
  );

/** Whether what waits of a card waits for one reason, which concerns the whole call: then a person is asked once, and not for each item. */
export const waitsWhole = (items: readonly ItemResult[]): boolean => items.some(isOpenForTheCall);
