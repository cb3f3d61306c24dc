import { searchRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { WordSearchService } from './word-search.service.js';

export const searchHandlers = implement(searchRoutes, [WordSearchService], (searches) => ({
  words: ({ asker, query }) => searches.search(asker, query),
}));
