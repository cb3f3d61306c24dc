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

  /** @returns moments that a coach names, of legs that they may see, each under the call where its leg is kept. @throws DomainError `moment_not_of_agent` */
  async reached<M extends Pick<NewMoment, 'callId' | 'legId'>>(
    asker: Asker,
    moments: readonly M[],
    permission: Permission = 'scorecards.read',
  ): Promise<M[]> {
    const reached: M[] = [];
    for (const moment of moments) {
      const legs = await this.access.legs(asker, moment.callId, permission).catch(() => []);
      const leg = legs.find(({ id }) => id === moment.legId);
      if (!leg) throw coachingRefusals.moment_not_of_agent();
      reached.push({ ...moment, callId: leg.callId });
    }
    return reached;
  }

  /** @throws DomainError `moment_not_of_agent` */
  async assertReachesLeg(asker: Asker, legId: string): Promise<void> {
    const leg = await this.source.manager.findOneBy(Leg, { id: legId });
    if (!leg) throw coachingRefusals.moment_not_of_agent();
    await this.reached(asker, [{ callId: leg.callId, legId }]);
  }
}
