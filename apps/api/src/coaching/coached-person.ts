import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Leg } from '#calls';
import { CallAccess } from '../reach/call-access.js';
import { type NewMoment, type Permission } from '#contracts';
import { Person, reaches, scopeOf, type Asker } from '#people';
import { coachingRefusals } from '#coaching';
import { apiRefusals } from '../refusals.js';

/** Whom a person may coach, and about which calls: as far as their rights reach. */
@Injectable()
export class CoachedPeople {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
  ) {}

  /** The person's team now. @throws DomainError `not_found` */
  async teamOf(asker: Asker, personId: string): Promise<string> {
    const person = await this.source.manager.findOneBy(Person, { id: personId, leftAt: IsNull() });
    const scope = scopeOf('coaching.lead', asker.held, asker.personId);
    if (!person || !reaches(scope, { personId, teamId: person.teamId })) throw apiRefusals.not_found();
    return person.teamId;
  }

  /** Which moments a coach names: of legs that they may see. @throws DomainError `moment_not_of_agent` */
  async assertReaches(
    asker: Asker,
    moments: readonly Pick<NewMoment, 'callId' | 'legId'>[],
    permission: Permission = 'scorecards.read',
  ): Promise<void> {
    for (const { callId, legId } of moments) {
      const legs = await this.access.legs(asker, callId, permission).catch(() => []);
      if (!legs.some(({ id }) => id === legId)) throw coachingRefusals.moment_not_of_agent();
    }
  }

  /** @throws DomainError `moment_not_of_agent` */
  async assertReachesLeg(asker: Asker, legId: string): Promise<void> {
    const leg = await this.source.manager.findOneBy(Leg, { id: legId });
    if (!leg) throw coachingRefusals.moment_not_of_agent();
    await this.assertReaches(asker, [{ callId: leg.callId, legId }]);
  }
}
