import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Bilingual } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { Client, Team } from '../organisation.entity.js';
import { peopleRefusals } from '../refusals.js';

/** Whether calls were taken in a team. Calls know; they come after people. */
export type HasCalls = (tx: EntityManager, teamId: string) => Promise<boolean>;

/**
 * Clients (programmes) and their teams. Clients are kept apart: a team whose calls were taken for one client never becomes another's, since
 * all people with a role for it would bring them along. Nothing is deleted; what is no longer used is closed.
 */
@Injectable()
export class TeamsService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async createClient(name: Bilingual, actorPersonId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      await lockNames(tx);
      await refuseTakenClientName(tx, name, null);
      const clientId = newId();
      await tx.insert(Client, { id: clientId, nameZh: name.zh, nameEn: name.en });
      await this.journal.append(tx, 'client.created', { clientId }, { actorPersonId });
      return clientId;
    });
  }

  async renameClient(clientId: string, name: Bilingual, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockNames(tx);
      await openClient(tx, clientId);
      await refuseTakenClientName(tx, name, clientId);
      await tx.update(Client, clientId, { nameZh: name.zh, nameEn: name.en });
      await this.journal.append(tx, 'client.renamed', { clientId }, { actorPersonId });
    });
  }

  /** @throws DomainError `client_in_use` while a team of it is open */
  async closeClient(clientId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await openClient(tx, clientId);
      const open = await count(tx, 'team where client_id = $1 and closed_at is null', clientId);
      if (open > 0) throw peopleRefusals.client_in_use(open);
      await tx.update(Client, clientId, { closedAt: this.clock.now() });
      await this.journal.append(tx, 'client.closed', { clientId }, { actorPersonId });
    });
  }

  async createTeam(clientId: string, name: Bilingual, actorPersonId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      await openClient(tx, clientId);
      await refuseTakenTeamName(tx, clientId, name, null);
      const teamId = newId();
      await tx.insert(Team, { id: teamId, clientId, nameZh: name.zh, nameEn: name.en });
      await this.journal.append(tx, 'team.created', { teamId, clientId }, { actorPersonId });
      return teamId;
    });
  }

  /** Renames a team, and moves it to another client where it may. @throws DomainError `team_not_movable` */
  async changeTeam(
    teamId: string,
    change: { name: Bilingual; clientId: string },
    actorPersonId: string,
    hasCalls: HasCalls,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      await openClient(tx, change.clientId);
      const team = await openTeam(tx, teamId);
      await refuseTakenTeamName(tx, change.clientId, change.name, teamId);
      if (team.clientId !== change.clientId) {
        if (await hasCalls(tx, teamId)) throw peopleRefusals.team_not_movable();
        await refuseMoveOfRights(tx, teamId);
        const details = { teamId, from: team.clientId, to: change.clientId };
        await this.journal.append(tx, 'team.moved', details, { actorPersonId });
      }
      if (team.nameZh !== change.name.zh || team.nameEn !== change.name.en)
        await this.journal.append(tx, 'team.renamed', { teamId }, { actorPersonId });
      const { clientId, name } = change;
      await tx.update(Team, teamId, { clientId, nameZh: name.zh, nameEn: name.en });
    });
  }

  /** @throws DomainError `team_in_use` while people work in it, `team_of_queues` while it answers for queues: their callers would be in no one's reach */
  async closeTeam(teamId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await openTeam(tx, teamId);
      const people = await count(tx, 'person where team_id = $1 and left_at is null', teamId);
      if (people > 0) throw peopleRefusals.team_in_use(people);
      const queues = await count(tx, 'queue_team where team_id = $1', teamId);
      if (queues > 0) throw peopleRefusals.team_of_queues(queues);
      await tx.update(Team, teamId, { closedAt: this.clock.now() });
      await this.journal.append(tx, 'team.closed', { teamId }, { actorPersonId });
    });
  }
}

const lockNames = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock(7312)');

async function openClient(tx: EntityManager, id: string): Promise<Client> {
  const client = await tx.findOne(Client, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!client) throw peopleRefusals.not_found();
  if (client.closedAt) throw peopleRefusals.closed();
  return client;
}

/** The team, locked; adding a person to it takes the same lock. */
export async function openTeam(tx: EntityManager, id: string): Promise<Team> {
  const team = await tx.findOne(Team, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!team) throw peopleRefusals.not_found();
  if (team.closedAt) throw peopleRefusals.closed();
  return team;
}

async function refuseMoveOfRights(tx: EntityManager, teamId: string): Promise<void> {
  const roles = await count(tx, 'role_assignment where team_id = $1', teamId);
  const proposed = await count(tx, `role_proposal where team_id = $1 and state = 'waiting'`, teamId);
  if (roles + proposed > 0) throw peopleRefusals.team_not_movable();
}

async function refuseTakenTeamName(tx: EntityManager, clientId: string, { zh, en }: Bilingual, except: string | null) {
  const taken =
    'team where client_id = $1 and (lower(name_zh) = lower($2) or lower(name_en) = lower($3)) and id is distinct from $4';
  if ((await count(tx, taken, clientId, zh, en, except)) > 0) throw peopleRefusals.name_taken();
}

async function refuseTakenClientName(tx: EntityManager, { zh, en }: Bilingual, except: string | null) {
  const taken = 'client where (lower(name_zh) = lower($1) or lower(name_en) = lower($2)) and id is distinct from $3';
  if ((await count(tx, taken, zh, en, except)) > 0) throw peopleRefusals.name_taken();
}

async function count(tx: EntityManager, what: string, ...values: unknown[]): Promise<number> {
  const [row]: { n: number }[] = await tx.query(`select count(*)::int as n from ${what}`, values);
  return row?.n ?? 0;
}
