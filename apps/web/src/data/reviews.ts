import {
  type AcknowledgementQuery,
  drawnReviewsRoutes,
  type NewAcknowledgement,
  type NewRetraction,
  type NewReview,
  type ProposalLook,
  reviewDraftsRoutes,
  type Reviewed,
  reviewsRoutes,
  type SavedDraft,
  type WaitingQuery,
  samplingRoutes,
  type DrawnQueueQuery,
} from '#contracts';
import { keepPreviousData } from '@tanstack/react-query';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { COMMITMENTS } from './commitments.js';
import { useChange, usePages, useRead } from './queries.js';
import { drawnAddress, type QueuePlace, waitingAddress } from './queue-place.rules.js';

/** What waits for a person; the live feed says when a call changed. */
export const WAITING = ['waiting'] as const;
/** Thousands of calls are named by it: it is read again more seldom than the list. */
export const WHOLE = ['waiting-whole'] as const;

export type WaitingChoice = Pick<WaitingQuery, 'show' | 'language'>;

export const useWaiting = (choice: WaitingChoice) =>
  usePages([...WAITING, choice], reviewsRoutes.list, { query: choice });

export const useClaim = () => useChange((waitingId: string) => send(reviewsRoutes.claim, { waitingId }), WAITING);

export const useRelease = () => useChange((waitingId: string) => send(reviewsRoutes.release, { waitingId }), WAITING);

/** What publishing would do to the score that counts; asked again whenever an answer changes. */
export const useReviewEffect = (callId: string, review: NewReview, enabled: boolean) =>
  useRead(['review-effect', callId, review], reviewsRoutes.preview, { callId, body: review }, { enabled });

export const usePublishReview = (callId: string) =>
  useChange(
    (body: NewReview) => send(reviewsRoutes.publish, { callId, body }),
    CALLS.one(callId),
    COMMITMENTS,
    WAITING,
    DRAWN,
    MEANS,
  );

export const useRetractReview = (callId: string, scorecardId: string) =>
  useChange(
    (body: NewRetraction) => send(reviewsRoutes.retract, { callId, scorecardId, body }),
    CALLS.one(callId),
    WAITING,
    DRAWN,
    MEANS,
  );

/** Cards show the proposal from then on. */
export const useLookAtProposal = (callId: string) =>
  useChange((body: ProposalLook) => send(reviewsRoutes.look, { callId, body }), CALLS.one(callId));

export const useRescoreCall = (callId: string) =>
  useChange(() => send(reviewsRoutes.rescore, { callId }), CALLS.one(callId));

const ACKNOWLEDGEMENTS = [...WAITING, 'acknowledgements'] as const;

/** Published reviews that their agents have not said they read, or have; the live feed has it read again with what waits. */
export const useAcknowledgements = (show: AcknowledgementQuery['show']) =>
  usePages([...ACKNOWLEDGEMENTS, show], reviewsRoutes.acknowledgements, { query: { show } });

export const useAcknowledge = (callId: string, scorecardId: string) =>
  useChange(
    (body: NewAcknowledgement) => send(reviewsRoutes.acknowledge, { callId, scorecardId, body }),
    CALLS.one(callId),
    ACKNOWLEDGEMENTS,
  );

/** Drafts of a call are read when its page opens, and again when a colleague begins one. */
export const draftsOf = (callId: string) => ['calls', 'one', callId, 'drafts'] as const;

export const useReviewDrafts = (callId: string, enabled: boolean) =>
  useRead(draftsOf(callId), reviewDraftsRoutes.list, { callId }, { enabled });

export const saveDraft = (callId: string, body: SavedDraft) => send(reviewDraftsRoutes.save, { callId, body });

export const sayActive = (callId: string, body: Reviewed) => send(reviewDraftsRoutes.beat, { callId, body });

/** How long reviews of the last days took. */
export const useReviewTimes = (days: number) =>
  useRead(['review-times', days], reviewDraftsRoutes.times, { query: { days } });

interface NextToJudge {
  left: number;
  /** The address of the next one; null where none is left. */
  to: string | null;
}

/** What comes after a place in the list that it names, and how many are left. Read again, it passes over what others did meanwhile. */
export function useNextToJudge({ list, filter, rowId }: QueuePlace) {
  const query = { show: filter, after: rowId };
  const waiting = useRead(
    [...WAITING, 'next', query],
    reviewsRoutes.next,
    { query },
    {
      enabled: list === 'show',
      // The button stays as it is, and keeps the focus, while the next place is asked about.
      placeholderData: keepPreviousData,
      select: ({ left, next }): NextToJudge => ({ left, to: next && waitingAddress(next, filter) }),
    },
  );
  const drawn = useRead(
    [...DRAWN, 'next', query],
    drawnReviewsRoutes.next,
    { query },
    {
      enabled: list === 'drawn',
      placeholderData: keepPreviousData,
      select: ({ left, next }): NextToJudge => ({ left, to: next && drawnAddress(next, filter) }),
    },
  );
  return list === 'show' ? waiting : drawn;
}

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
