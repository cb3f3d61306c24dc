import {
  calibrationsRoutes,
  type CalibrationAnswers,
  type CalibrationListQuery,
  type NewCalibration,
  type NewCalibrationDecision,
  trustRoutes,
  type AgreementCallsQuery,
} from '#contracts';
import { send } from './api.js';
import { CALIBRATIONS } from './areas.js';
import { CALLS } from './calls.js';
import { useChange, useChangeDone, usePages, useRead } from './queries.js';
import { useMay } from './session.js';

export const useCalibrations = (show: CalibrationListQuery['show'], enabled = true) =>
  usePages([...CALIBRATIONS, 'list', show], calibrationsRoutes.list, { query: { show } }, { enabled });

export const useCalibration = (calibrationId: string) =>
  useRead([...CALIBRATIONS, 'one', calibrationId], calibrationsRoutes.read, { calibrationId });

export const useCalibrationChoices = (callId: string) =>
  useRead([...CALIBRATIONS, 'choices', callId], calibrationsRoutes.choices, { callId });

export const useReviewerAgreement = () => useRead([...CALIBRATIONS, 'agreement'], calibrationsRoutes.agreement, {});

/** It also changes what a reviewer may see of the call. */
export const useOpenCalibration = () =>
  useChange((body: NewCalibration) => send(calibrationsRoutes.open, { body }), CALIBRATIONS, CALLS.all);

/** A failure leaves what was entered as it is. */
export const useAnswerCalibration = (calibrationId: string) =>
  useChangeDone(
    (body: CalibrationAnswers) => send(calibrationsRoutes.answer, { calibrationId, body }),
    CALIBRATIONS,
    CALLS.all,
  );

export const useCloseCalibration = (calibrationId: string) =>
  useChange(() => send(calibrationsRoutes.close, { calibrationId }), CALIBRATIONS, CALLS.all);

export const useDecideCalibration = (calibrationId: string) =>
  useChange((body: NewCalibrationDecision) => send(calibrationsRoutes.decide, { calibrationId, body }), CALIBRATIONS);

export const TRUST = ['quality-settings', 'trust'] as const;

/** Which items give points; read again when targets change. */
export function useTrust() {
  const enabled = useMay('checklists.read');
  return useRead(TRUST, trustRoutes.view, {}, { enabled, staleTime: 60_000 });
}

export const useAgreementCalls = (query: AgreementCallsQuery) =>
  useRead([...TRUST, 'calls', JSON.stringify(query)], trustRoutes.calls, { query });
