import {
  certificatesRoutes,
  retentionRoutes,
  type RetentionSchedule,
  type ScheduleProposal,
  consentRulesRoutes,
  type ConsentRulesProposal,
  type ConsentTrialRequest,
} from '#contracts';
import { send } from './api.js';
import { RETENTION } from './areas.js';
import { useChange, useRead } from './queries.js';

const KEY = RETENTION;

export const useRetention = () => useRead([...KEY, 'schedule'], retentionRoutes.view);

/** What a schedule would do; nothing is changed by asking. */
export const useSimulation = () => useChange((body: RetentionSchedule) => send(retentionRoutes.simulate, { body }));

export const useProposeSchedule = () =>
  useChange((body: ScheduleProposal) => send(retentionRoutes.propose, { body }), KEY);

export const useDecideSchedule = () =>
  useChange((body: { version: number; decision: 'agreed' | 'refused' }) => send(retentionRoutes.decide, { body }), KEY);

export const useConfirmClock = () => useChange(() => send(retentionRoutes.confirmClock), KEY);

export const useDestructions = () => useRead([...KEY, 'destructions'], retentionRoutes.destructions);

export const useCertificates = () => useRead([...KEY, 'certificates'], certificatesRoutes.list);

/** One certificate as a file. Each reading is journalled, so that it is read once and not again automatically. */
export const useCertificate = (number: string) =>
  useRead(
    [...KEY, 'certificate', number],
    certificatesRoutes.certificate,
    { number },
    {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  );

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
