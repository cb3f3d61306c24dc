import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { type NewGroupRole } from '#contracts';
import { JournalService } from '#journal';
import { Clock, DomainError, newId } from '#platform';
import { RoleAssignment } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { plainReach, sameReach } from '../roles/reach.rules.js';
import { heldNow } from '../rights-in-force.js';
import { openReach, RoleProposalService } from '../roles/role-proposal.service.js';
import { RoleProposal } from '../roles/role-proposal.entity.js';
import { reachOf } from '../permissions.rules.js';
import { GroupRole } from './group-role.entity.js';
import { groupChanges, type Earlier } from './group-roles.rules.js';

/**
 * What groups at the identity provider mean here. They propose, in the name of the person who set that up; another person decides, as of any
 * role (decisions 18 and 93). A person who leaves a group loses what it gave: taking away takes no second person.
 */
@Injectable()
export class GroupRolesService {
  constructor(
    private readonly source: DataSource,
    private readonly proposals: RoleProposalService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `group_role_there`, `closed`, `not_found` */
  async add({ group: groupName, ...given }: NewGroupRole, createdByPersonId: string): Promise<string> {
    const reach = plainReach(given);
    return this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7315)');
      const there = await tx.findBy(GroupRole, { groupName, endedAt: IsNull() });
      if (there.some((one) => sameReach(one, reach))) throw peopleRefusals.group_role_there();
      await openReach(tx, reach);
      const groupRoleId = newId();
      const row = { id: groupRoleId, groupName, createdByPersonId, createdAt: this.clock.now(), endedAt: null };
      await tx.insert(GroupRole, { ...row, ...reach });
      await this.journal.append(
        tx,
        'role.group_mapped',
        { groupRoleId, ...reach },
        { actorPersonId: createdByPersonId },
      );
      return groupRoleId;
    });
  }

  /** Roles that it gave stay until their people next sign in through the provider. @throws DomainError `not_found` */
  async end(groupRoleId: string, actorPersonId: string): Promise<void> {
    const ended = await this.source.transaction((tx) => this.endWithin(tx, groupRoleId, actorPersonId));
    if (!ended) throw peopleRefusals.not_found();
  }

  /** The same within a transaction of another change. @returns false when there is none such */
  async endWithin(tx: EntityManager, groupRoleId: string, actorPersonId: string): Promise<boolean> {
    const where = { id: groupRoleId, endedAt: IsNull() };
    const row = await tx.findOneBy(GroupRole, where);
    const { affected } = await tx.update(GroupRole, where, { endedAt: this.clock.now() });
    if (!row || affected !== 1) return false;
    await this.journal.append(tx, 'role.group_unmapped', { groupRoleId, role: row.role }, { actorPersonId });
    return true;
  }

  /** Follows what the provider says of a person's groups now. What cannot be proposed, such as a role of a second client, is left out. */
  async follow(
    { accountId, personId }: { accountId: string; personId: string },
    groups: readonly string[],
  ): Promise<void> {
    const { manager } = this.source;
    const mapped = await manager.findBy(GroupRole, { endedAt: IsNull() });
    const earlier = await manager.findBy(RoleProposal, { accountId, groupRoleId: Not(IsNull()) });
    if (mapped.length === 0 && earlier.length === 0) return;
    const held = await manager.findBy(RoleAssignment, { accountId });
    const changes = groupChanges({ groups, mapped, earlier: earlier as (RoleProposal & Earlier)[], held });
    for (const proposalId of changes.withdraw) await this.unlessRefused(() => this.withdraw(proposalId));
    for (const reach of changes.remove) {
      const gone = held.filter((one) => sameReach(one, reach));
      await this.unlessRefused(() => this.source.transaction((tx) => this.proposals.removeAll(tx, gone, null)));
    }
    for (const { id: groupRoleId, createdByPersonId: proposer, role, teamId, clientId } of changes.propose) {
      const right = await heldNow(manager, proposer);
      const by = { personId: proposer, ...reachOf('people.manage', right, proposer) };
      await this.unlessRefused(() => this.proposals.propose({ personId, role, teamId, clientId }, by, groupRoleId));
    }
  }

  private async withdraw(proposalId: string): Promise<void> {
    const { proposedByPersonId } = await this.source.manager.findOneByOrFail(RoleProposal, { id: proposalId });
    await this.proposals.withdraw(proposalId, proposedByPersonId);
  }

  /** What the rules of roles refuse (the last administrator, two clients, one's own role) hinders no sign-in. */
  private async unlessRefused(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
