import { homeRoutes, type HomePeriod } from '#contracts';
import { useRead } from './queries.js';

const HOME = ['home'] as const;

/** The results that cost most, of one's own calls or one's teams'. */
export const useMoments = (of: HomePeriod) => useRead([...HOME, 'moments', of], homeRoutes.moments, { query: { of } });

export const useUnreviewed = () => useRead([...HOME, 'unreviewed'], homeRoutes.unreviewed);

export const useListeners = () => useRead([...HOME, 'listeners'], homeRoutes.listeners);

export const useOverturned = () => useRead([...HOME, 'overturned'], homeRoutes.overturned);

/** How much waits in the place of a person who is away. */
export const useWaitsThere = (absenceId: string) =>
  useRead([...HOME, 'waits-there', absenceId], homeRoutes.waitsThere, { absenceId });

const READ_AGAIN_MS = 10_000;

/** Engines get ready, and people open their accounts, without an entry that a screen hears of; once all is done it is not asked again. */
export const useSetUp = () =>
  useRead(
    [...HOME, 'set-up'],
    homeRoutes.setUp,
    {},
    { staleTime: 0, refetchInterval: ({ state }) => (state.data?.finished ? false : READ_AGAIN_MS) },
  );
