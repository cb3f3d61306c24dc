import {
  disputesRoutes,
  qualitySettingsRoutes,
  type DisputeEscalation,
  type DisputeListQuery,
  type DisputeView,
  type NewDispute,
  type NewDisputeDecision,
  type NewQualitySettings,
} from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { DISPUTES } from './areas.js';
import { useChange, usePages, useRead } from './queries.js';
import { useMay } from './session.js';

const SETTINGS = ['quality-settings'] as const;

export const useDisputes = (show: DisputeListQuery['show']) =>
  usePages([...DISPUTES, 'list', show], disputesRoutes.list, { query: { show } });

/** Items by how often they were contested in the last days. */
export const useContestedItems = (days: number) =>
  useRead([...DISPUTES, 'items', days], disputesRoutes.items, { query: { days } });

/** A call's disputes; below the call's key, so that what changes live refreshes them. */
export function useCallDisputes(callId: string) {
  const enabled = useMay('disputes.read');
  return useRead(ofCall(callId), disputesRoutes.ofCall, { callId }, { enabled });
}

const ofCall = (callId: string) => [...CALLS.one(callId), 'disputes'] as const;

export const useFileDispute = (callId: string) =>
  useChange((body: NewDispute) => send(disputesRoutes.file, { callId, body }), DISPUTES, ofCall(callId));

/** A granted one files a card: the whole call is read again. */
export const useDecideDispute = ({ disputeId, callId }: DisputeView) =>
  useChange(
    (body: NewDisputeDecision) => send(disputesRoutes.decide, { disputeId, body }),
    DISPUTES,
    CALLS.one(callId),
  );

export const useEscalateDispute = ({ disputeId, callId }: DisputeView) =>
  useChange((body: DisputeEscalation) => send(disputesRoutes.escalate, { disputeId, body }), DISPUTES, ofCall(callId));

export const useWithdrawDispute = ({ disputeId, callId }: DisputeView) =>
  useChange(() => send(disputesRoutes.withdraw, { disputeId }), DISPUTES, ofCall(callId));

/** A second person closes what sleeps. */
export const useCloseDispute = ({ disputeId, callId }: DisputeView) =>
  useChange((_: undefined) => send(disputesRoutes.close, { disputeId }), DISPUTES, ofCall(callId));

export const useQualitySettings = () => useRead(SETTINGS, qualitySettingsRoutes.read);

export const useChangeQualitySettings = () =>
  useChange((body: NewQualitySettings) => send(qualitySettingsRoutes.change, { body }), SETTINGS);
