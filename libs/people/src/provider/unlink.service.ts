import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Account } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { LinksService } from '../sign-in/links/links.service.js';
import { lockReached } from '../suspension/suspension.service.js';

/** What a colleague takes away of a person's ways in. It lets no one else in, so that no rights wait for it. */
@Injectable()
export class UnlinkService {
  constructor(
    private readonly source: DataSource,
    private readonly links: LinksService,
  ) {}

  /** @throws DomainError `not_found`, `role_beyond_reach`, `provider_not_linked` */
  async unlink(accountId: string, by: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (!account) throw peopleRefusals.not_found();
      await lockReached(tx, account.personId, by);
      const administrator = { why: 'administrator', actorPersonId: by.personId } as const;
      if (!(await this.links.forget(tx, accountId, administrator))) throw peopleRefusals.provider_not_linked();
    });
  }
}
