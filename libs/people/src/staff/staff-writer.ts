import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { companyLanguage } from '../company-language.js';
import { Account, Person } from '../person.entity.js';
import { type RoleReach } from '../roles/reach.rules.js';
import { RoleProposal } from '../roles/role-proposal.entity.js';
import { type PlannedRow } from './staff-plan.rules.js';

const AT_ONCE = 100;

/** Writes what was planned, many rows in a statement. The journal tells of the import as a whole, of each role proposed and of each changed address. */
@Injectable()
export class StaffWriter {
  constructor(
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @param proposer who imports: the roles of the file are that person's proposals */
  async write(tx: EntityManager, planned: readonly PlannedRow[], proposer: string): Promise<void> {
    for (let at = 0; at < planned.length; at += AT_ONCE)
      await this.writeSome(tx, planned.slice(at, at + AT_ONCE), proposer);
  }

  private async writeSome(tx: EntityManager, planned: readonly PlannedRow[], proposer: string): Promise<void> {
    const people = planned.map((one) => ({ ...one, personId: one.known?.personId ?? newId() }));
    const persons = people
      .filter(
        ({ known, changes }) => !known || (['name', 'team', 'email'] as const).some((part) => changes.includes(part)),
      )
      .map(({ personId, row, known }) => ({
        ...{ id: personId, staffNumber: row.staffNumber, teamId: row.team.teamId },
        ...{ nameZh: row.name.zh, nameEn: row.name.en, email: row.email ?? known?.email ?? null },
      }));
    if (persons.length > 0) await tx.upsert(Person, persons, ['id']);
    const language = await companyLanguage(tx, proposer);
    for (const { personId, known, changes } of people)
      if (known && changes.includes('email'))
        await this.journal.append(tx, 'person.email_changed', { personId }, { actorPersonId: proposer });
    const accounts = people
      .filter(({ row, known }) => row.username !== null && !known?.accountId)
      .map(({ personId, row }) => accountOf(personId, row.username ?? '', row.language ?? language));
    if (accounts.length > 0) await tx.insert(Account, accounts);
    for (const { row, known, changes } of people) {
      if (!changes.includes('language') || !known?.accountId || !row.language) continue;
      await tx.update(Account, known.accountId, { language: row.language });
    }
    const made = new Map(accounts.map(({ personId, id }) => [personId, id]));
    const proposals = people.flatMap(({ personId, known, proposals }) => {
      const accountId = made.get(personId) ?? known?.accountId;
      return accountId ? proposals.map((reach) => ({ ...reach, personId, accountId })) : [];
    });
    await this.propose(tx, proposals, proposer);
  }

  private async propose(tx: EntityManager, proposals: readonly Proposed[], proposedByPersonId: string): Promise<void> {
    const proposedAt = this.clock.now();
    const rows = proposals.map((reach) => ({
      ...{ ...reach, id: newId(), proposedByPersonId, proposedAt },
      state: 'waiting' as const,
    }));
    if (rows.length > 0) await tx.insert(RoleProposal, rows);
    for (const { id: proposalId, accountId, role, teamId, clientId } of rows) {
      const details = { proposalId, accountId, role, teamId, clientId };
      await this.journal.append(tx, 'role.proposed', details, { actorPersonId: proposedByPersonId });
    }
  }
}

type Proposed = RoleReach & { personId: string; accountId: string };

/** An account that takes no sign-in until it is opened with an invitation. */
const accountOf = (personId: string, username: string, language: Account['language']): Account =>
  Object.assign(new Account(), { id: newId(), personId, username, passwordHash: null, language, disabledAt: null });
