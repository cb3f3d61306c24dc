import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { type Role } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { type WithinTeams } from '../extensions/extension-map.service.js';
import { type RightReach } from '../permissions.rules.js';
import { Client, Team } from '../organisation.entity.js';
import { PeopleService } from '../people.service.js';
import { Account, Person, RoleAssignment } from '../person.entity.js';

import { isBeyond, plainReach, sameReach, spansClients, type RoleReach } from './reach.rules.js';
import { assertHeld } from '../rights-in-force.js';
import { RoleProposal } from './role-proposal.entity.js';
import { assertTwoPeople, isSmallHouse } from '../small-house/eyes.js';
import { peopleRefusals } from '../refusals.js';

export interface Proposal extends RoleReach {
  personId: string;
}

/** What made it be proposed; neither: a person thought of it. */
export interface ProposedFrom {
  /** The group at the identity provider, which the proposer set up to propose it. */
  groupRoleId: string | null;
  /** A group of the company's directory (SCIM). */
  provisioned: boolean;
}

/** Who acts on other people, and how far that right of theirs reaches. */
export interface Decider extends RightReach {
  personId: string;
}

/**
 * Roles take three people: one proposes, another decides, and neither is who gets the role. Persons are compared, so that a
 * second account gives no second vote; the row is locked before it is looked at, and constraints of the database enforce the same. A role
 * reaches no further than the right of who proposes it and of who agrees, as both are when it is agreed to.
 */
@Injectable()
export class RoleProposalService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param groupRoleId of the group at the identity provider, which the proposer set up to propose it
   * @throws DomainError `second_person_needed`, `no_account`, `role_held`, `role_spans_clients`, `role_beyond_reach`
   */
  async propose(given: Proposal, proposer: Decider, groupRoleId: string | null = null): Promise<string> {
    return this.source.transaction((tx) => this.proposeIn(tx, given, proposer, { groupRoleId, provisioned: false }));
  }

  /** The same within a transaction. What is refused is refused before anything is written. */
  async proposeIn(tx: EntityManager, given: Proposal, proposer: Decider, from: ProposedFrom): Promise<string> {
    const account = await this.accountOf(tx, given.personId, proposer.within);
    return this.proposeFor(tx, account, { ...given, ...from }, proposer);
  }

  /**
   * Ends what the company's directory proposed or gave: this role of this person, with this reach and no other. What a person gave stays.
   * @throws DomainError `last_administrator`
   */
  async takeBackProvisioned(tx: EntityManager, given: Proposal, actorPersonId: string): Promise<void> {
    const { personId } = given;
    const wanted = plainReach(given);
    const where = { personId, state: 'waiting' as const };
    const waiting = await tx.find(RoleProposal, { where, lock: { mode: 'pessimistic_write' } });
    for (const proposal of waiting.filter((one) => one.provisioned && sameReach(one, wanted)))
      await this.withdrawn(tx, proposal, actorPersonId);
    const approved = await tx.find(RoleProposal, {
      where: { personId, state: 'approved' },
      order: { decidedAt: 'DESC' },
    });
    if (!approved.find((one) => sameReach(one, wanted))?.provisioned) return;
    const held = await tx.findBy(RoleAssignment, { personId });
    await this.removeAll(
      tx,
      held.filter((one) => sameReach(one, wanted)),
      actorPersonId,
    );
  }

  private async proposeFor(
    tx: EntityManager,
    account: Account,
    { groupRoleId, provisioned, ...given }: Proposal & ProposedFrom,
    by: Decider,
  ): Promise<string> {
    const proposer = by.personId;
    const { personId, role, teamId, clientId } = plainReach(given);
    if (proposer === personId) throw peopleRefusals.role_needs_three();
    if (isBeyond({ role, teamId, clientId }, by)) throw peopleRefusals.role_beyond_reach();
    await this.checkReach(tx, account, { role, teamId, clientId });
    const proposalId = newId();
    await tx.insert(RoleProposal, {
      id: proposalId,
      ...{ accountId: account.id, personId, role, teamId, clientId },
      ...{ proposedByPersonId: proposer, proposedAt: this.clock.now(), state: 'waiting', groupRoleId, provisioned },
    });
    const of = { proposalId, accountId: account.id, role, teamId, clientId };
    const details = { ...of, ...(groupRoleId !== null && { groupRoleId }) };
    await this.journal.append(tx, 'role.proposed', details, { actorPersonId: proposer });
    return proposalId;
  }

  /**
   * Approves all of these or none.
   * @throws DomainError `not_found`, `proposal_decided`, `second_person_needed`, `role_spans_clients`, `role_beyond_reach`, `proposer_gone`
   */
  async approve(proposalIds: readonly string[], decider: Decider): Promise<void> {
    await this.decide(proposalIds, decider, async (tx, proposal) => {
      const { id: proposalId, accountId, role, teamId, clientId, proposedByPersonId, proposedAt } = proposal;
      const account = await tx.findOneByOrFail(Account, { id: accountId });
      if (account.disabledAt) throw peopleRefusals.no_account();
      if (isBeyond(proposal, decider)) throw peopleRefusals.role_beyond_reach();
      const proposer = await assertHeld(tx, proposedByPersonId, 'people.manage');
      if (isBeyond(proposal, proposer)) throw peopleRefusals.proposer_beyond_reach();
      await this.checkReach(tx, account, proposal, proposalId);
      await this.giveUpOfOne(tx, { accountId, role, teamId, clientId });
      await this.people.grantRole(tx, {
        ...{ accountId, role, teamId, clientId },
        ...{ grantedByPersonId: proposedByPersonId, proposedAt, approvedByPersonId: decider.personId },
      });
      await tx.update(RoleProposal, proposalId, { state: 'approved', ...this.decidedBy(decider) });
    });
  }

  /** @param reason in the decider's words; the person who proposed reads it */
  async refuse(proposalIds: readonly string[], reason: string, decider: Decider): Promise<void> {
    await this.decide(proposalIds, decider, async (tx, { id: proposalId, accountId, role }) => {
      await tx.update(RoleProposal, proposalId, { state: 'refused', reason, ...this.decidedBy(decider) });
      const details = { proposalId, accountId, role };
      await this.journal.append(tx, 'role.proposal_refused', details, { actorPersonId: decider.personId });
    });
  }

  /** Takes one's own proposal back. */
  async withdraw(proposalId: string, proposer: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const where = { id: proposalId, proposedByPersonId: proposer };
      const proposal = await tx.findOne(RoleProposal, { where, lock: { mode: 'pessimistic_write' } });
      if (!proposal) throw peopleRefusals.not_found();
      if (proposal.state !== 'waiting') throw peopleRefusals.proposal_decided();
      await this.withdrawn(tx, proposal, proposer);
    });
  }

  /** Within a leaving person's transaction. */
  async withdrawAllOf(tx: EntityManager, personId: string, actorPersonId: string): Promise<void> {
    const where = { personId, state: 'waiting' as const };
    const waiting = await tx.find(RoleProposal, { where, lock: { mode: 'pessimistic_write' } });
    for (const proposal of waiting) await this.withdrawn(tx, proposal, actorPersonId);
  }

  /** Takes a role away. One person may: it is giving that needs two. @throws DomainError `last_administrator` */
  async remove(assignmentId: string, personId: string, actor: Decider): Promise<void> {
    await this.source.transaction((tx) => this.removeWithin(tx, assignmentId, personId, actor));
  }

  /** The same within a transaction of another change. */
  async removeWithin(tx: EntityManager, assignmentId: string, personId: string, actor: Decider): Promise<void> {
    await this.personOf(tx, personId, actor.within);
    const assignment = await tx.findOneBy(RoleAssignment, { id: assignmentId, personId });
    if (!assignment) throw peopleRefusals.not_found();
    if (isBeyond(assignment, actor)) throw peopleRefusals.role_beyond_reach();
    await this.removeAll(tx, [assignment], actor.personId);
  }

  /** @param actorPersonId null: a group at the identity provider, which the person left */
  async removeAll(
    tx: EntityManager,
    assignments: readonly RoleAssignment[],
    actorPersonId: string | null,
  ): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(7314)');
    for (const { id, accountId, role, teamId, clientId } of assignments) {
      await tx.delete(RoleAssignment, { id });
      await this.journal.append(tx, 'role.removed', { accountId, role, teamId, clientId }, { actorPersonId });
    }
    if (assignments.some(({ role }) => role === 'administrator') && !(await hasAdministrator(tx)))
      throw peopleRefusals.last_administrator();
  }

  private async decide(
    proposalIds: readonly string[],
    { personId, within }: Decider,
    each: (tx: EntityManager, proposal: RoleProposal) => Promise<void>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      // In one order, so that two people who decide the same list wait for each other and do not lock each other out.
      for (const id of [...new Set(proposalIds)].sort()) {
        const proposal = await tx.findOne(RoleProposal, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!proposal) throw peopleRefusals.not_found();
        await this.personOf(tx, proposal.personId, within);
        if (proposal.state !== 'waiting') throw peopleRefusals.proposal_decided();
        if (proposal.personId === personId) throw peopleRefusals.role_needs_three();
        const proposed = { personId: proposal.proposedByPersonId, at: proposal.proposedAt };
        await assertTwoPeople(tx, proposed, { personId, at: this.clock.now() }, peopleRefusals.role_needs_three);
        await each(tx, proposal);
      }
    });
  }

  private decidedBy({ personId }: Pick<Decider, 'personId'>) {
    return { decidedByPersonId: personId, decidedAt: this.clock.now() };
  }

  private async withdrawn(tx: EntityManager, { id, accountId, role }: RoleProposal, actorPersonId: string) {
    const decided = this.decidedBy({ personId: actorPersonId });
    await tx.update(RoleProposal, id, { state: 'withdrawn', ...decided });
    const details = { proposalId: id, accountId, role };
    await this.journal.append(tx, 'role.proposal_withdrawn', details, { actorPersonId });
  }

  private async giveUpOfOne(
    tx: EntityManager,
    { accountId, ...reach }: RoleReach & { accountId: string },
  ): Promise<void> {
    const held = await tx.findBy(RoleAssignment, { accountId });
    for (const one of held.filter((each) => each.byOnePerson && sameReach(each, reach)))
      await tx.delete(RoleAssignment, { id: one.id });
  }

  private async personOf(tx: EntityManager, personId: string, within: WithinTeams): Promise<Person> {
    const person = await tx.findOneBy(Person, { id: personId });
    if (!person || (within && !within.includes(person.teamId))) throw peopleRefusals.not_found();
    return person;
  }

  /** Locks the account: two proposals for one account are weighed one after the other. */
  private async accountOf(tx: EntityManager, personId: string, within: WithinTeams): Promise<Account> {
    await this.personOf(tx, personId, within);
    const account = await tx.findOne(Account, { where: { personId }, lock: { mode: 'pessimistic_write' } });
    if (!account || account.disabledAt) throw peopleRefusals.no_account();
    return account;
  }

  private async checkReach(tx: EntityManager, account: Account, wanted: RoleReach, except?: string): Promise<void> {
    const given = await tx.findBy(RoleAssignment, { accountId: account.id });
    // After a small house two people may give again what one gave: it ends otherwise.
    const small = await isSmallHouse(tx, this.clock.now());
    const held: RoleReach[] = given.filter((one) => small || !one.byOnePerson);
    const waiting = (await tx.findBy(RoleProposal, { accountId: account.id, state: 'waiting' })).filter(
      ({ id }) => id !== except,
    );
    const all = [...held, ...waiting];
    if (all.some((reach) => sameReach(reach, wanted))) throw peopleRefusals.role_held();
    await openReach(tx, wanted);
    const teamIds = [...all, wanted].flatMap(({ teamId }) => (teamId === null ? [] : [teamId]));
    const teams = await tx.findBy(Team, { id: In(teamIds) });
    if (spansClients(all, wanted, new Map(teams.map(({ id, clientId }) => [id, clientId]))))
      throw peopleRefusals.role_spans_clients();
  }
}

/** @throws DomainError `not_found`, `closed` */
export async function openReach(tx: EntityManager, { teamId, clientId }: RoleReach): Promise<void> {
  const team = teamId === null ? null : await tx.findOneBy(Team, { id: teamId });
  const client = clientId === null ? null : await tx.findOneBy(Client, { id: clientId });
  if ((teamId !== null && !team) || (clientId !== null && !client)) throw peopleRefusals.not_found();
  if (team?.closedAt || client?.closedAt) throw peopleRefusals.role_place_closed();
}

async function hasAdministrator(tx: EntityManager): Promise<boolean> {
  const role: Role = 'administrator';
  const rows: unknown[] = await tx.query(
    `select 1 from role_assignment join account on account.id = account_id
     where role = $1 and disabled_at is null and team_id is null and client_id is null limit 1`,
    [role],
  );
  return rows.length > 0;
}
