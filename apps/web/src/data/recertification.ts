import {
  recertificationRoutes,
  type RecertificationAnswers,
  type RecertificationSettings,
  type RecertifiedState,
} from '#contracts';
import { send } from './api.js';
import { useChange, usePages, useRead } from './queries.js';

const RECERTIFICATION = ['recertification'] as const;

export const useRecertifications = (enabled: boolean) =>
  useRead([...RECERTIFICATION, 'rounds'], recertificationRoutes.list, {}, { enabled });

export const useRecertified = (roundId: string, state: RecertifiedState | undefined) =>
  usePages([...RECERTIFICATION, 'items', roundId, state], recertificationRoutes.items, { roundId, query: { state } });

export const useSetRecertification = () =>
  useChange((body: RecertificationSettings) => send(recertificationRoutes.set, { body }), RECERTIFICATION);

export const useAnswerRecertification = () =>
  useChange((body: RecertificationAnswers) => send(recertificationRoutes.answer, { body }), RECERTIFICATION);

export const useTakeAway = () =>
  useChange((itemId: string) => send(recertificationRoutes.remove, { itemId }), RECERTIFICATION);
