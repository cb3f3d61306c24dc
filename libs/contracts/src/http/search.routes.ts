import { wordSearchQuerySchema, wordSearchResultsSchema } from './search.js';
import { defineRoutes, get } from './route.js';
import { SHUT } from './refusals.js';
export const searchRoutes = defineRoutes('search', 'search', {
  words: get('/api/v1/search/words', {
    summary: 'Calls by what was said in them, newest first',
    description:
      'Reaches the words that the account may read, masked. Each search, and each call of which words are shown, is journalled.',
    access: { permission: 'transcripts.read' },
    query: wordSearchQuerySchema,
    answer: wordSearchResultsSchema,
    refusals: ['bad_cursor', 'bad_search', ...SHUT],
  }),
});
