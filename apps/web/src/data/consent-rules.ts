import { consentRulesRoutes, type ConsentRulesProposal, type ConsentTrialRequest } from '#contracts';
import { send } from './api.js';
import { RETENTION } from './areas.js';
import { useChange, useRead } from './queries.js';

export const CONSENT_RULES = [...RETENTION, 'consent'];

export const useConsentRules = () => useRead(CONSENT_RULES, consentRulesRoutes.view);

/** What rules would have decided; no call is changed by asking. */
export const useConsentTrial = () => useChange((body: ConsentTrialRequest) => send(consentRulesRoutes.trial, { body }));

export const useProposeConsentRules = () =>
  useChange((body: ConsentRulesProposal) => send(consentRulesRoutes.propose, { body }), CONSENT_RULES);

export const useDecideConsentRules = () =>
  useChange(
    (body: { version: number; decision: 'agreed' | 'refused' }) => send(consentRulesRoutes.decide, { body }),
    CONSENT_RULES,
  );
