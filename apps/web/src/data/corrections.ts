import { correctionsRoutes, type CorrectionRequest, type SpeakersRequest } from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { useChange } from './queries.js';

/** Corrects what is known of a call. */
export const useCorrection = (callId: string) =>
  useChange((body: CorrectionRequest) => send(correctionsRoutes.correct, { callId, body }), CALLS.all);

/** Says who the speakers of a recording are. */
export const useNameSpeakers = (callId: string) =>
  useChange((body: SpeakersRequest) => send(correctionsRoutes.name, { callId, body }), CALLS.all);
