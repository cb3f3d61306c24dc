import { correctionsRoutes, type CorrectionRequest, type SpeakersRequest } from '#contracts';
import { send } from './api.js';
import { DISPUTES } from './areas.js';
import { CALLS } from './calls.js';
import { useChange, useRead } from './queries.js';

const WAITING = ['corrections'] as const;

/** Corrects what is known of a call. */
export const useCorrection = (callId: string) =>
  useChange((body: CorrectionRequest) => send(correctionsRoutes.correct, { callId, body }), CALLS.all, WAITING);

/** What waits for a second person; of one call below its key, so that what changes live refreshes it. */
export const useWaitingCorrections = (callId?: string) =>
  useRead(
    callId === undefined ? WAITING : [...CALLS.one(callId), 'corrections'],
    correctionsRoutes.waiting,
    { query: { callId } },
    { staleTime: 0 },
  );

/** What was confirmed can hand the call over: disputes and everything of calls are read again. */
export const useConfirmCorrection = () =>
  useChange((proposalId: string) => send(correctionsRoutes.confirm, { proposalId }), CALLS.all, WAITING, DISPUTES);

export const useRefuseCorrection = () =>
  useChange(
    ({ proposalId, ...body }: { proposalId: string; reason: string }) =>
      send(correctionsRoutes.refuse, { proposalId, body }),
    CALLS.all,
    WAITING,
  );

export const useWithdrawCorrection = () =>
  useChange((proposalId: string) => send(correctionsRoutes.withdraw, { proposalId }), CALLS.all, WAITING);

/** Says who the speakers of a recording are. */
export const useNameSpeakers = (callId: string) =>
  useChange((body: SpeakersRequest) => send(correctionsRoutes.name, { callId, body }), CALLS.all);
