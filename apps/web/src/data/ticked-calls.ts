import { MOST_TICKED, reviewsRoutes, tickedCallsRoutes, type TickedAct, type TickedDone } from '#contracts';
import { useEffect, useRef, useState } from 'react';
import { CALLS } from './calls.js';
import { WAITING, WHOLE, type WaitingChoice, DRAWN } from './reviews.js';
import { useRead, useReadAgain } from './queries.js';

/** With which of some calls an act can be done. Asked by POST, because their ids do not fit into every address; it changes nothing. */
export const useTickedPreview = (act: TickedAct, callIds: readonly string[]) =>
  useRead([...CALLS.all, 'ticked', act, callIds], tickedCallsRoutes.preview, { body: { act, callIds: [...callIds] } });

/** All calls of the list that wait as one, shown or not. */
export const useWholeCalls = (choice: WaitingChoice, enabled: boolean) =>
  useRead([...WHOLE, choice], reviewsRoutes.whole, { query: choice }, { enabled });

export const useReviewersToChoose = (callIds: readonly string[]) =>
  useRead([...CALLS.all, 'reviewers', callIds], tickedCallsRoutes.reviewers, { body: { callIds: [...callIds] } });

/** Does something with one piece of the calls. */
export type WithPiece = (callIds: string[]) => Promise<TickedDone>;

/**
 * Sends an act with many calls, a piece at a time, and says how many were answered. After a failure, sending again goes on where it stopped;
 * a screen that is left sends no further piece.
 */
export function useInPieces(): {
  answered: number;
  send: (callIds: readonly string[], act: WithPiece) => Promise<TickedDone>;
} {
  const readAgain = useReadAgain(CALLS.all, WAITING, WHOLE, DRAWN);
  /** All of them, as they were when it was begun: what is offered changes while it is done. */
  const all = useRef<readonly string[]>(null);
  const outcome = useRef<TickedDone>({ done: [], not: [] });
  const left = useRef(false);
  const [answered, setAnswered] = useState(0);
  useEffect(() => {
    left.current = false;
    return () => void (left.current = true);
  }, []);
  const send = async (callIds: readonly string[], act: WithPiece) => {
    all.current ??= callIds;
    for (let from = answered; from < all.current.length && !left.current; from += MOST_TICKED) {
      const { done, not } = await act(all.current.slice(from, from + MOST_TICKED));
      outcome.current = { done: [...outcome.current.done, ...done], not: [...outcome.current.not, ...not] };
      setAnswered(Math.min(from + MOST_TICKED, all.current.length));
    }
    void readAgain();
    return outcome.current;
  };
  return { answered, send };
}

/** Names a decision over many calls. Also where the page is not served over TLS, so that there is no `randomUUID`. */
export const newActId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
