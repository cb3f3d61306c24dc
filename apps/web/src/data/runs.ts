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
import { send } from './api.js';
import { useMay } from './session.js';
import { useChange, usePages, useRead } from './queries.js';

/** Passes over past calls; the live feed says when one is further. */
export const RUNS = { all: ['runs'], list: (kind: RunKind) => ['runs', kind] } as const;

export const isOpen = ({ state }: Pick<Run, 'state'>): boolean => state === 'waiting' || state === 'running';

export const useBackTests = (checklistId?: string) =>
  useRead(
    RUNS.list('back_test'),
    backTestsRoutes.list,
    {},
    {
      enabled: useMay('scorecards.backtest'),
      select: ({ runs }) => runs.filter(({ checklist }) => checklistId === undefined || checklist?.id === checklistId),
    },
  );

export const useRescores = () =>
  useRead(
    RUNS.list('rescore'),
    rescoresRoutes.list,
    {},
    { enabled: useMay('scorecards.rescore'), select: ({ runs }) => runs },
  );

export const useBackTest = (runId: string) => useRead([...RUNS.all, 'one', runId], backTestsRoutes.one, { runId });

export type FlipChoice = Pick<FlipFilters, 'item' | 'from' | 'to' | 'agent'>;

export const useFlips = (runId: string, choice: FlipChoice) =>
  usePages([...RUNS.all, 'flips', runId, choice], backTestsRoutes.flipList, { runId, query: choice });

/** Asks for a back-test. @returns its id when it was taken up */
export const useAskBackTest = () => useChange((body: NewBackTest) => send(backTestsRoutes.ask, { body }), RUNS.all);

export const useAskRescore = () => useChange((body: NewRescore) => send(rescoresRoutes.ask, { body }), RUNS.all);

export const useCancelRun = () =>
  useChange(({ runId, kind }: Pick<Run, 'runId' | 'kind'>) => {
    if (kind === 'rehear') return send(rehearingsRoutes.cancel, { runId });
    return kind === 'rescore' ? send(rescoresRoutes.cancel, { runId }) : send(backTestsRoutes.cancel, { runId });
  }, RUNS.all);
