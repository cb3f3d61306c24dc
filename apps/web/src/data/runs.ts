import {
  backTestSchema,
  flipListSchema,
  runIdSchema,
  runListSchema,
  type FlipFilters,
  type NewBackTest,
  type NewRescore,
  type Run,
  type RunKind,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { useMay } from './session.js';

/** Passes over past calls; the live feed says when one is further. */
export const RUNS = { all: ['runs'], list: (kind: RunKind) => ['runs', kind] } as const;

export const isOpen = ({ state }: Pick<Run, 'state'>): boolean => state === 'waiting' || state === 'running';

export function useBackTests(checklistId?: string) {
  const may = useMay('scorecards.backtest');
  return useQuery({
    queryKey: RUNS.list('back_test'),
    enabled: may,
    queryFn: ({ signal }) => read(runListSchema, api.GET('/api/v1/back-tests', { signal })),
    select: ({ runs }) => runs.filter(({ checklist }) => checklistId === undefined || checklist?.id === checklistId),
  });
}

export function useRescores() {
  const may = useMay('scorecards.rescore');
  return useQuery({
    queryKey: RUNS.list('rescore'),
    enabled: may,
    queryFn: ({ signal }) => read(runListSchema, api.GET('/api/v1/rescores', { signal })),
    select: ({ runs }) => runs,
  });
}

export function useBackTest(runId: string) {
  return useQuery({
    queryKey: [...RUNS.all, 'one', runId],
    queryFn: ({ signal }) =>
      read(backTestSchema, api.GET('/api/v1/back-tests/{runId}', { params: { path: { runId } }, signal })),
  });
}

export type FlipChoice = Pick<FlipFilters, 'item' | 'from' | 'to' | 'agent'>;

export function useFlips(runId: string, choice: FlipChoice) {
  return useInfiniteQuery({
    queryKey: [...RUNS.all, 'flips', runId, choice],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...choice, ...(pageParam !== null && { cursor: pageParam }) };
      return read(
        flipListSchema,
        api.GET('/api/v1/back-tests/{runId}/flips', { params: { path: { runId }, query }, signal }),
      );
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Asks for a back-test. @returns its id when it was taken up */
export function useAskBackTest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewBackTest) => read(runIdSchema, api.POST('/api/v1/back-tests', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}

export function useAskRescore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRescore) => read(runIdSchema, api.POST('/api/v1/rescores', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}

export function useCancelRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ runId, kind }: Pick<Run, 'runId' | 'kind'>) => {
      const params = { path: { runId } };
      if (kind === 'rehear') return api.POST('/api/v1/rehearings/{runId}/cancel', { params });
      return kind === 'rescore'
        ? api.POST('/api/v1/rescores/{runId}/cancel', { params })
        : api.POST('/api/v1/back-tests/{runId}/cancel', { params });
    },
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}
