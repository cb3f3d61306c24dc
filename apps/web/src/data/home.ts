import { homeRoutes, type HomePeriod } from '#contracts';
import { useRead } from './queries.js';

const HOME = ['home'] as const;

/** The results that cost most, of one's own calls or one's teams'. */
export const useMoments = (of: HomePeriod) => useRead([...HOME, 'moments', of], homeRoutes.moments, { query: { of } });

export const useUnreviewed = () => useRead([...HOME, 'unreviewed'], homeRoutes.unreviewed);

export const useListeners = () => useRead([...HOME, 'listeners'], homeRoutes.listeners);

export const useOverturned = () => useRead([...HOME, 'overturned'], homeRoutes.overturned);
