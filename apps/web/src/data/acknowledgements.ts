import { reviewsRoutes, type AcknowledgementQuery, type NewAcknowledgement } from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { useChange, usePages } from './queries.js';
import { WAITING } from './reviews.js';

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
