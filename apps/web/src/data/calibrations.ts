import {
  calibrationsRoutes,
  type CalibrationAnswers,
  type CalibrationListQuery,
  type NewCalibration,
  type NewCalibrationDecision,
} from '#contracts';
import { send } from './api.js';
import { CALIBRATIONS } from './areas.js';
import { CALLS } from './calls.js';
import { useChange, useChangeDone, usePages, useRead } from './queries.js';

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
