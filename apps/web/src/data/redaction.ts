import { redactionRoutes, type RedactionChange, type RedactionDecision } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const KEY = ['company', 'redaction'] as const;

/** What is hidden in words and sound. */
export const useRedaction = () => useRead(KEY, redactionRoutes.view);

export const useChangeRedaction = () =>
  useChange((body: RedactionChange) => send(redactionRoutes.change, { body }), KEY);
export const useDecideRedaction = () =>
  useChange((body: RedactionDecision) => send(redactionRoutes.decide, { body }), KEY);
