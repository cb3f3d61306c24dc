import { searchRoutes, type SentTo, type WrittenFilters } from '#contracts';
import { usePages } from './queries.js';

/** What is looked for in the words of calls, as the address of the search has it. */
export interface WordQuestion {
  words: string;
  speaker?: 'agent' | 'customer';
  filters: WrittenFilters;
}

/** Calls in which it was said, newest first. Nothing is asked while the question is empty. */
export function useWordSearch({ words, speaker, filters }: WordQuestion) {
  const query = { ...filters, words, ...(speaker && { speaker }) } as SentTo<typeof searchRoutes.words>['query'];
  const asked = ['word-search', words, speaker, filters];
  return usePages(asked, searchRoutes.words, { query }, { enabled: words !== '', retry: false });
}
