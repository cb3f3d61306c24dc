import { reviewsRoutes, type NewRetraction, type NewReview, type ProposalLook, type WaitingQuery } from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { COMMITMENTS } from './commitments.js';
import { DRAWN, MEANS } from './drawn-reviews.js';
import { useChange, usePages, useRead } from './queries.js';

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
