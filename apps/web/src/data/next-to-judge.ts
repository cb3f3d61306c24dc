import { keepPreviousData } from '@tanstack/react-query';
import { drawnReviewsRoutes, reviewsRoutes } from '#contracts';
import { drawnAddress, waitingAddress, type QueuePlace } from './queue-place.rules.js';
import { DRAWN } from './drawn-reviews.js';
import { useRead } from './queries.js';
import { WAITING } from './reviews.js';

interface NextToJudge {
  left: number;
  /** The address of the next one; null where none is left. */
  to: string | null;
}

/** What comes after a place in the list that it names, and how many are left. Read again, it passes over what others did meanwhile. */
export function useNextToJudge({ list, filter, rowId }: QueuePlace) {
  const query = { show: filter, after: rowId };
  const waiting = useRead(
    [...WAITING, 'next', query],
    reviewsRoutes.next,
    { query },
    {
      enabled: list === 'show',
      // The button stays as it is, and keeps the focus, while the next place is asked about.
      placeholderData: keepPreviousData,
      select: ({ left, next }): NextToJudge => ({ left, to: next && waitingAddress(next, filter) }),
    },
  );
  const drawn = useRead(
    [...DRAWN, 'next', query],
    drawnReviewsRoutes.next,
    { query },
    {
      enabled: list === 'drawn',
      placeholderData: keepPreviousData,
      select: ({ left, next }): NextToJudge => ({ left, to: next && drawnAddress(next, filter) }),
    },
  );
  return list === 'show' ? waiting : drawn;
}
