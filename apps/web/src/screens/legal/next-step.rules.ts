import type { LegalRequestRow, LegalRequestView, RequestGrantView } from '#contracts';

/** The next step of a request, as the name of a sentence with its values. */
export type NextStep =
  | { step: 'draft' | 'over' }
  | { step: 'opened'; by: string }
  | { step: 'decideOne' | 'asked_back'; by: string }
  | { step: 'decideMore'; count: number; by: string }
  | { step: 'active' | 'both' | 'listening'; until: string; left: number }
  | { step: 'export'; until: string };

/** Listening alone was approved of a request that asked to export as well. */
export const isNarrowed = ({ action, state, exportGrant }: LegalRequestRow): boolean =>
  action === 'listen_and_export' && state === 'approved' && exportGrant === null;

/** What says where the request's grants stand: one that still holds, if there is one. */
export const grantShown = ({ grant, exportGrant }: LegalRequestRow): RequestGrantView | null =>
  [grant, exportGrant].find((one) => one?.state === 'active') ?? grant;

/** Whether the person who looks at it may play its recordings now. */
export const mayPlay = ({ mine, action, grant }: Pick<LegalRequestView, 'mine' | 'action' | 'grant'>): boolean =>
  mine && action !== 'evidence_export' && grant?.state === 'active' && grant.playsUsed < grant.playsAllowed;

export function nextStep(request: LegalRequestRow): NextStep {
  const { state, approvals, decideBy, expiresAt, opening } = request;
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
      return usesLeft(request);
  }
}

function usesLeft(request: LegalRequestRow): NextStep {
  const { action, grant, exportGrant } = request;
  const used = action === 'evidence_export' ? null : grant;
  const exported = action === 'evidence_export' ? grant : exportGrant;
  const mayExport = exported?.state === 'active';
  if (used?.state !== 'active') return mayExport ? { step: 'export', until: exported.expiresAt } : { step: 'over' };
  const step = mayExport ? 'both' : isNarrowed(request) ? 'listening' : 'active';
  return { step, until: used.expiresAt, left: used.playsAllowed - used.playsUsed };
}
