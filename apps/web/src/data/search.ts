import { searchRoutes, type SentTo, type WrittenFilters } from '#contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { send } from './api.js';

/** What is looked for in the words of calls, as the address of the search has it. */
export interface WordQuestion {
  words: string;
  speaker?: 'agent' | 'customer';
  filters: WrittenFilters;
}

/** Calls in which it was said, newest first. Nothing is asked while the question is empty. */
export function useWordSearch({ words, speaker, filters }: WordQuestion) {
  return useInfiniteQuery({
    queryKey: ['word-search', words, speaker, filters],
    enabled: words !== '',
    retry: false,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...filters,
        words,
        ...(speaker && { speaker }),
        ...(pageParam && { cursor: pageParam }),
      } as SentTo<typeof searchRoutes.words>['query'];
      return send(searchRoutes.words, { query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
