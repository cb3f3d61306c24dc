import { tickedCallsRoutes, type AssignCalls, type CallsLanguage, type SetAsideCalls } from '#contracts';
import { CALLS } from './calls.js';
import { DRAWN } from './drawn-reviews.js';
import { WAITING } from './reviews.js';
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

export const useSwapTicked = () =>
  useChange(
    (callIds: readonly string[]) => send(tickedCallsRoutes.swap, { body: { callIds: [...callIds] } }),
    ...[CALLS.all, WAITING],
  );

export const useLanguageOfTicked = () =>
  useChange((body: CallsLanguage) => send(tickedCallsRoutes.language, { body }), CALLS.all, WAITING);

export const useSetAsideTicked = () =>
  useChange((body: SetAsideCalls) => send(tickedCallsRoutes.setAside, { body }), CALLS.all, WAITING);

export const useTakeBackTicked = () =>
  useChange(
    (callIds: readonly string[]) => send(tickedCallsRoutes.takeBack, { body: { callIds: [...callIds] } }),
    ...[CALLS.all, WAITING],
  );

export const useAssignTicked = () =>
  useChange((body: AssignCalls) => send(tickedCallsRoutes.assign, { body }), DRAWN, CALLS.all);

export const useReviewersToChoose = (callIds: readonly string[]) =>
  useRead([...CALLS.all, 'reviewers', callIds], tickedCallsRoutes.reviewers, { body: { callIds: [...callIds] } });
