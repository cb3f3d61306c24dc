import type { LegalRequestRow } from '#contracts';

/** The next step of a request, as the name of a sentence with its values. */
export type NextStep =
  | { step: 'draft' | 'over' }
  | { step: 'opened'; by: string }
  | { step: 'decideOne' | 'asked_back'; by: string }
  | { step: 'decideMore'; count: number; by: string }
  | { step: 'active'; until: string; left: number }
  | { step: 'export'; until: string };

export function nextStep({ state, approvals, decideBy, grant, action, expiresAt, opening }: LegalRequestRow): NextStep {
  const by = decideBy ?? expiresAt;
  const missing = approvals.needed - approvals.by.length;
  switch (state) {
    case 'draft':
      return { step: state };
    case 'opened':
      return { step: state, by: opening?.reviewBy ?? by };
    case 'asked_back':
      return { step: 'asked_back', by };
    case 'submitted':
    case 'answered':
      return approvals.needed === 1 ? { step: 'decideOne', by } : { step: 'decideMore', count: missing, by };
    default:
      if (grant?.state !== 'active') return { step: 'over' };
      if (action === 'evidence_export') return { step: 'export', until: grant.expiresAt };
      return { step: 'active', until: grant.expiresAt, left: grant.playsAllowed - grant.playsUsed };
  }
}
