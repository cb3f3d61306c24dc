import {
  backTestsRoutes,
  rehearingsRoutes,
  rescoresRoutes,
  type FlipFilters,
  type NewBackTest,
  type NewRescore,
  type Run,
  type RunKind,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { useMay } from './session.js';

/** Passes over past calls; the live feed says when one is further. */
export const RUNS = { all: ['runs'], list: (kind: RunKind) => ['runs', kind] } as const;

export const isOpen = ({ state }: Pick<Run, 'state'>): boolean => state === 'waiting' || state === 'running';

export function useBackTests(checklistId?: string) {
  const may = useMay('scorecards.backtest');
  return useQuery({
    queryKey: RUNS.list('back_test'),
    enabled: may,
    queryFn: ({ signal }) => send(backTestsRoutes.list, { signal }),
    select: ({ runs }) => runs.filter(({ checklist }) => checklistId === undefined || checklist?.id === checklistId),
  });
}

export function useRescores() {
  const may = useMay('scorecards.rescore');
  return useQuery({
    queryKey: RUNS.list('rescore'),
    enabled: may,
    queryFn: ({ signal }) => send(rescoresRoutes.list, { signal }),
    select: ({ runs }) => runs,
  });
}

export function useBackTest(runId: string) {
  return useQuery({
    queryKey: [...RUNS.all, 'one', runId],
    queryFn: ({ signal }) => send(backTestsRoutes.one, { runId, signal }),
  });
}

export type FlipChoice = Pick<FlipFilters, 'item' | 'from' | 'to' | 'agent'>;

export function useFlips(runId: string, choice: FlipChoice) {
  return useInfiniteQuery({
    queryKey: [...RUNS.all, 'flips', runId, choice],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...choice, ...(pageParam !== null && { cursor: pageParam }) };
      return send(backTestsRoutes.flipList, { runId, query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Asks for a back-test. @returns its id when it was taken up */
export function useAskBackTest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewBackTest) => send(backTestsRoutes.ask, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}

export function useAskRescore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRescore) => send(rescoresRoutes.ask, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}

export function useCancelRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ runId, kind }: Pick<Run, 'runId' | 'kind'>) => {
      if (kind === 'rehear') return send(rehearingsRoutes.cancel, { runId });
      return kind === 'rescore' ? send(rescoresRoutes.cancel, { runId }) : send(backTestsRoutes.cancel, { runId });
    },
    onSettled: () => client.invalidateQueries({ queryKey: RUNS.all }),
  });
}
