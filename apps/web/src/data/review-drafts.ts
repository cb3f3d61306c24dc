import { reviewDraftsRoutes, type Reviewed, type SavedDraft } from '#contracts';
import { send } from './api.js';
import { useRead } from './queries.js';

/** Drafts of a call are read when its page opens, and again when a colleague begins one. */
export const draftsOf = (callId: string) => ['calls', 'one', callId, 'drafts'] as const;

export const useReviewDrafts = (callId: string, enabled: boolean) =>
  useRead(draftsOf(callId), reviewDraftsRoutes.list, { callId }, { enabled });

export const saveDraft = (callId: string, body: SavedDraft) => send(reviewDraftsRoutes.save, { callId, body });

export const sayActive = (callId: string, body: Reviewed) => send(reviewDraftsRoutes.beat, { callId, body });

/** How long reviews of the last days took. */
export const useReviewTimes = (days: number) =>
  useRead(['review-times', days], reviewDraftsRoutes.times, { query: { days } });
