import { Injectable } from '@nestjs/common';
import { type Me } from '#contracts';
import { CompanyService, permissionsOf, type Asker } from '#people';

/** What the screens are told of the signed-in person. */
@Injectable()
export class MeQuery {
  constructor(private readonly company: CompanyService) {}

  async of({ accountId, personId, username, name, staffNumber, language, held, ...asker }: Asker): Promise<Me> {
    const { timeZone } = await this.company.profile();
    const roles = [...new Set(held.map(({ role }) => role))];
    const { pending, secondFactor, suspended, acting } = asker;
    const pendingUntil = asker.pendingUntil?.toISOString() ?? null;
    const secondFactorDue = asker.secondFactorDue?.toISOString() ?? null;
    const who = { accountId, personId, username, name, staffNumber, language };
    return {
      ...who,
      roles,
      permissions: permissionsOf(held),
      timeZone,
      pending,
      pendingUntil,
      secondFactor,
      secondFactorDue,
      proofs: [...asker.proofs],
      suspended,
      acting: acting && {
        absenceId: acting.absenceId,
        name: acting.name,
        endsAt: acting.endsAt.toISOString(),
        over: acting.over,
      },
    };
  }
}
