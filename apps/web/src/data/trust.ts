import { trustRoutes, type AgreementCallsQuery } from '#contracts';
import { useRead } from './queries.js';
import { useMay } from './session.js';

const TRUST = ['quality-settings', 'trust'] as const;

/** Which items give points; read again when targets change. */
export function useTrust() {
  const enabled = useMay('checklists.read');
  return useRead(TRUST, trustRoutes.view, {}, { enabled, staleTime: 60_000 });
}

export const useAgreementCalls = (query: AgreementCallsQuery) =>
  useRead([...TRUST, 'calls', JSON.stringify(query)], trustRoutes.calls, { query });
