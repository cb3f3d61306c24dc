import type { AnswerOf, DeclaredRoute, SentTo } from '#contracts';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { use } from 'react';
import { send } from './api.js';
import { MeContext } from './session.js';

type Options<A, D> = Omit<UseQueryOptions<A, Error, D>, 'queryKey' | 'queryFn'>;
type Asking<R extends DeclaredRoute, O> =
  object extends SentTo<R> ? [sent?: SentTo<R>, options?: O] : [sent: SentTo<R>, options?: O];

/** What a route answers, kept under a key: `useRead([...KEY, 'one', personId], peopleRoutes.one, { personId })`. */
export function useRead<R extends DeclaredRoute, D = AnswerOf<R>>(
  queryKey: QueryKey,
  route: R,
  ...[sent, options]: Asking<R, Options<AnswerOf<R>, D>>
): UseQueryResult<D> {
  const rests = useRests(queryKey, route);
  return useQuery<AnswerOf<R>, Error, D>({
    queryKey,
    queryFn: ({ signal }) => ask(route, { ...sent, signal }),
    ...options,
    ...(rests && { enabled: false }),
  });
}

/** Whether an answer stays as it is: a page that only looks on reads nothing again by itself but lists, or else it would lock. */
function useRests(queryKey: QueryKey, { access }: DeclaredRoute): boolean {
  const client = useQueryClient();
  const looksOn = use(MeContext)?.idle === true && !('whileIdle' in access);
  return looksOn && client.getQueryData(queryKey) !== undefined;
}

interface PagesOptions {
  enabled?: boolean;
  staleTime?: number;
  retry?: boolean;
  refetchOnWindowFocus?: boolean;
  refetchOnReconnect?: boolean;
  refetchInterval?: number | ((query: { state: { data: unknown } }) => number);
}

/** A list that a route answers page by page; each page says where the next begins. */
export function usePages<R extends DeclaredRoute>(
  queryKey: QueryKey,
  route: R,
  ...[sent, options]: Asking<R, PagesOptions>
): UseInfiniteQueryResult<InfiniteData<AnswerOf<R>>> {
  const { query, ...parts } = (sent ?? {}) as { query?: object };
  const rests = useRests(queryKey, route);
  return useInfiniteQuery({
    queryKey,
    ...options,
    ...(rests && { enabled: false }),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ask(route, { ...parts, query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: (page) => (page as { nextCursor: string | null }).nextCursor ?? undefined,
  });
}

const ask = <R extends DeclaredRoute>(route: R, sent: object): Promise<AnswerOf<R>> =>
  (send as (route: R, sent: object) => Promise<AnswerOf<R>>)(route, sent);

/** A change. What was read under the keys is read again afterwards, also where it failed: another person may have been faster. */
export function useChange<R, T = void>(change: (value: T) => Promise<R>, ...keys: QueryKey[]) {
  const readAgain = useReadAgain(...keys);
  return useMutation({ mutationFn: change, onSettled: readAgain });
}

/** The same where a failure must leave what is on the screen as it is, such as a draft that is not saved yet. */
export function useChangeDone<R, T = void>(change: (value: T) => Promise<R>, ...keys: QueryKey[]) {
  const readAgain = useReadAgain(...keys);
  return useMutation({ mutationFn: change, onSuccess: readAgain });
}

/** Has everything read under the keys read again. */
export function useReadAgain(...keys: QueryKey[]): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
