import { Controller } from '@nestjs/common';
import {
  calibrationsRoutes,
  type Calibration,
  type CalibrationChoices,
  type CalibrationList,
  type ReviewerAgreementList,
} from '#contracts';
import { Calibrations } from '#quality';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CalibrationsQuery } from './calibrations.query.js';
import { ReviewerAgreementQuery } from './reviewer-agreement.query.js';

/** Reviewers judge one call, each without the others. */
@Controller()
export class CalibrationsController {
  constructor(
    private readonly query: CalibrationsQuery,
    private readonly agreed: ReviewerAgreementQuery,
    private readonly calibrations: Calibrations,
    private readonly access: CallAccess,
  ) {}

  @Route(calibrationsRoutes.list)
  list({ asker, query }: Asked<typeof calibrationsRoutes.list>): Promise<CalibrationList> {
    return this.query.list(asker, query);
  }

  @Route(calibrationsRoutes.agreement)
  agreement({ asker, query }: Asked<typeof calibrationsRoutes.agreement>): Promise<ReviewerAgreementList> {
    return this.agreed.list(asker, query.months);
  }

  @Route(calibrationsRoutes.choices)
  async choices({ asker, callId }: Asked<typeof calibrationsRoutes.choices>): Promise<CalibrationChoices> {
    return this.query.choices(await this.access.legs(asker, callId, 'calibrations.manage'));
  }

  @Route(calibrationsRoutes.open)
  async open({ asker, body }: Asked<typeof calibrationsRoutes.open>): Promise<Calibration> {
    const legs = await this.access.legs(asker, body.callId, 'calibrations.manage');
    const leg = legs.find(({ id }) => id === body.legId);
    if (!leg) throw apiRefusals.not_found();
    return this.query.one(asker, await this.calibrations.open({ ...body, callId: leg.callId }, asker.personId));
  }

  @Route(calibrationsRoutes.read)
  read({ asker, calibrationId }: Asked<typeof calibrationsRoutes.read>): Promise<Calibration> {
    return this.query.one(asker, calibrationId);
  }

  @Route(calibrationsRoutes.answer)
  async answer({ asker, calibrationId, body }: Asked<typeof calibrationsRoutes.answer>): Promise<Calibration> {
    await this.query.one(asker, calibrationId);
    await this.calibrations.answer(calibrationId, body, asker.personId);
    return this.query.one(asker, calibrationId);
  }

  @Route(calibrationsRoutes.close)
  async close({ asker, calibrationId }: Asked<typeof calibrationsRoutes.close>): Promise<Calibration> {
    await this.query.managed(asker, calibrationId);
    await this.calibrations.close(calibrationId, asker.personId);
    return this.query.one(asker, calibrationId);
  }

  @Route(calibrationsRoutes.decide)
  async decide({ asker, calibrationId, body }: Asked<typeof calibrationsRoutes.decide>): Promise<Calibration> {
    await this.query.managed(asker, calibrationId);
    await this.calibrations.decide(calibrationId, body, asker.personId);
    return this.query.one(asker, calibrationId);
  }
}
