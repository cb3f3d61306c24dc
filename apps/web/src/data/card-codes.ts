import { cardCodesRoutes, type CardCodeAnswer } from '#contracts';
import { send } from './api.js';
import { useMay } from './session.js';
import { useChange, useRead } from './queries.js';

const KEY = ['card-codes'] as const;

/** Stretches that may be card codes, in the calls that this account may decide about. */
export const useDoubtfulCodes = () =>
  useRead(KEY, cardCodesRoutes.waiting, {}, { enabled: useMay('redaction.decide') });

export const useAnswerCode = (callId: string) =>
  useChange((body: CardCodeAnswer) => send(cardCodesRoutes.answer, { callId, body }), KEY, ['words', callId]);
