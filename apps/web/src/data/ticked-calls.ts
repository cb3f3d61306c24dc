import { tickedCallsRoutes, type AssignCalls } from '#contracts';
import { CALLS } from './calls.js';
import { DRAWN } from './drawn-reviews.js';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

/** What can be done with which of some calls. Asked by POST, because a hundred ids do not fit into every address; it changes nothing. */
export const useTickedPreview = (callIds: readonly string[]) =>
  useRead([...CALLS.all, 'ticked', callIds], tickedCallsRoutes.preview, { body: { callIds: [...callIds] } });

export const useRetryTicked = () =>
  useChange(
    (callIds: readonly string[]) => send(tickedCallsRoutes.retry, { body: { callIds: [...callIds] } }),
    CALLS.all,
  );

export const useAssignTicked = () =>
  useChange((body: AssignCalls) => send(tickedCallsRoutes.assign, { body }), DRAWN, CALLS.all);

export const useReviewersToChoose = (callIds: readonly string[]) =>
  useRead([...CALLS.all, 'reviewers', callIds], tickedCallsRoutes.reviewers, { body: { callIds: [...callIds] } });
