import { drawnReviewsRoutes, samplingRoutes, type DrawnQueueQuery } from '#contracts';
import { send } from './api.js';
import { useChange, usePages, useRead } from './queries.js';

/** What was drawn for review. Calls change often and this hardly with them: the live feed has it read again after a while. */
export const DRAWN = ['drawn'] as const;

/** Means follow reviews, and not every call that changes. */
export const MEANS = ['sampled-means'] as const;

export type DrawnShown = DrawnQueueQuery['show'];

export const useDrawnQueue = (show: DrawnShown) =>
  usePages([...DRAWN, show], drawnReviewsRoutes.list, { query: { show } });

export const usePossibleReviewers = (assignmentId: string) =>
  useRead([...DRAWN, 'reviewers', assignmentId], drawnReviewsRoutes.reviewers, { assignmentId });

export const useClaimDrawn = () =>
  useChange((assignmentId: string) => send(drawnReviewsRoutes.claim, { assignmentId }), DRAWN);

export const useReleaseDrawn = () =>
  useChange((assignmentId: string) => send(drawnReviewsRoutes.release, { assignmentId }), DRAWN);

export const useHandOnDrawn = (assignmentId: string) =>
  useChange((personId: string) => send(drawnReviewsRoutes.handOn, { assignmentId, body: { personId } }), DRAWN);

/** How agents did in reviewed calls of random draws that ended in the last days. */
export const useSampledMeans = (days: number) => useRead([...MEANS, days], samplingRoutes.means, { query: { days } });
