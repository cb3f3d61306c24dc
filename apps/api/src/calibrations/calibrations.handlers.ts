import { calibrationsRoutes } from '#contracts';
import { Calibrations } from '#reviews';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { CalibrationsQuery } from './calibrations.query.js';
import { ReviewerAgreementQuery } from './reviewer-agreement.query.js';

/** Reviewers judge one call, each without the others. */
export const calibrationsHandlers = implement(
  calibrationsRoutes,
  [CalibrationsQuery, ReviewerAgreementQuery, Calibrations, CallAccess],
  (calibrationsQuery, agreed, calibrations, access) => ({
    list: ({ asker, query }) => calibrationsQuery.list(asker, query),
    agreement: ({ asker, query }) => agreed.list(asker, query.months),
    choices: async ({ asker, callId }) =>
      calibrationsQuery.choices(await access.legs(asker, callId, 'calibrations.manage')),
    open: async ({ asker, body }) => {
      const legs = await access.legs(asker, body.callId, 'calibrations.manage');
      const leg = legs.find(({ id }) => id === body.legId);
      if (!leg) throw apiRefusals.not_found();
      return calibrationsQuery.one(asker, await calibrations.open({ ...body, callId: leg.callId }, asker.personId));
    },
    read: ({ asker, calibrationId }) => calibrationsQuery.one(asker, calibrationId),
    answer: async ({ asker, calibrationId, body }) => {
      await calibrationsQuery.one(asker, calibrationId);
      await calibrations.answer(calibrationId, body, asker.personId);
      return calibrationsQuery.one(asker, calibrationId);
    },
    close: async ({ asker, calibrationId }) => {
      await calibrationsQuery.managed(asker, calibrationId);
      await calibrations.close(calibrationId, asker.personId);
      return calibrationsQuery.one(asker, calibrationId);
    },
    decide: async ({ asker, calibrationId, body }) => {
      await calibrationsQuery.managed(asker, calibrationId);
      await calibrations.decide(calibrationId, body, asker.personId);
      return calibrationsQuery.one(asker, calibrationId);
    },
  }),
);
