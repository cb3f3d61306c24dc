import {
  completenessRoutes,
  type CompletenessQuery,
  type CompletenessSettings,
  type GapListQuery,
  type NewGapAcceptance,
} from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { useChange, useRead } from './queries.js';

/** Below the lists of calls: what changes a call is read again here. */
const COMPLETENESS = [...CALLS.lists, 'completeness'] as const;

export const useCompleteness = (query: CompletenessQuery, enabled: boolean) =>
  useRead([...COMPLETENESS, 'board', query], completenessRoutes.board, { query }, { enabled });

export const useGaps = (query: Partial<GapListQuery>) =>
  useRead([...COMPLETENESS, 'gaps', query], completenessRoutes.gaps, { query });

export const useSetCompleteness = () =>
  useChange((body: CompletenessSettings) => send(completenessRoutes.set, { body }), COMPLETENESS);

export const useTakeGap = () => useChange((gapId: string) => send(completenessRoutes.take, { gapId }), COMPLETENESS);

export const useAskGap = () =>
  useChange(
    ({ gapId, ...body }: NewGapAcceptance & { gapId: string }) => send(completenessRoutes.ask, { gapId, body }),
    COMPLETENESS,
  );

export const useDecideGap = () =>
  useChange(
    ({ gapId, agree }: { gapId: string; agree: boolean }) =>
      send(completenessRoutes.decide, { gapId, body: { agree } }),
    COMPLETENESS,
  );
