import { samplingRoutes, type ChangedSamplingPlan, type NewReplacement, type SamplingPlan } from '#contracts';
import { addressOf, send } from './api.js';
import { useChange, useChangeDone, usePages, useRead } from './queries.js';

const SAMPLING = ['sampling'] as const;

export const useSamplingPlans = () => useRead([...SAMPLING, 'plans'], samplingRoutes.list);

export const useDraws = (planId: string) => usePages([...SAMPLING, 'draws', planId], samplingRoutes.draws, { planId });

export const useDraw = (drawId: string) => useRead([...SAMPLING, 'draw', drawId], samplingRoutes.draw, { drawId });

export const useReplay = (drawId: string, enabled: boolean) =>
  useRead([...SAMPLING, 'replay', drawId], samplingRoutes.replay, { drawId }, { enabled, gcTime: 0 });

export const useWhyDrawn = (drawId: string, legId: string) =>
  useRead([...SAMPLING, 'why', drawId, legId], samplingRoutes.why, { drawId, legId });

export const drawFile = (drawId: string): string => addressOf(samplingRoutes.file, { drawId });

/** What a plan would have found in the last period; asked when its button is pressed. */
export const usePreviewPlan = () => useChangeDone((body: SamplingPlan) => send(samplingRoutes.preview, { body }));

export const useCreatePlan = () => useChange((body: SamplingPlan) => send(samplingRoutes.create, { body }), SAMPLING);

export const useChangePlan = (planId: string) =>
  useChange((body: ChangedSamplingPlan) => send(samplingRoutes.change, { planId, body }), SAMPLING);

export const useEndPlan = () => useChange((planId: string) => send(samplingRoutes.end, { planId }), SAMPLING);

export const useReplaceDrawn = (assignmentId: string) =>
  useChange((body: NewReplacement) => send(samplingRoutes.replace, { assignmentId, body }), SAMPLING);
