import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Bilingual, type ServiceTokenList, type ServiceTokenView } from '#contracts';
import {
  areOfOnePerson,
  Client,
  isSmallHouse,
  Person,
  ServiceTokens,
  Team,
  type Asker,
  type ServiceToken,
} from '#people';
import { twoPeopleSuffice } from '#people/rules';
import { Clock } from '#platform';

interface Known {
  people: ReadonlyMap<string, Person>;
  teams: readonly Team[];
  clients: readonly Client[];
}

/** Tokens of services as the screen shows them. */
@Injectable()
export class ServiceTokenQuery {
  constructor(
    private readonly source: DataSource,
    private readonly tokens: ServiceTokens,
    private readonly clock: Clock,
  ) {}

  async list({ personId }: Asker): Promise<ServiceTokenList> {
    const rows = await this.tokens.list();
    const { manager } = this.source;
    const ids = rows.flatMap((row) => [row.askedByPersonId, row.confirmedByPersonId ?? row.askedByPersonId]);
    const [people, teams, clients] = await Promise.all([
      manager.findBy(Person, { id: In(ids) }),
      manager.find(Team, { order: { nameEn: 'ASC' } }),
      manager.find(Client, { order: { nameEn: 'ASC' } }),
    ]);
    const known = { people: new Map(people.map((person) => [person.id, person])), teams, clients };
    const now = this.clock.now();
    const small = await isSmallHouse(manager, now);
    const ofOne = new Set<string>();
    for (const { id, askedByPersonId: owner, confirmedByPersonId: confirmer, confirmedAt: at } of rows)
      if (await areOfOnePerson(manager, owner, { personId: confirmer, at })) ofOne.add(id);
    const mayConfirm = (row: ServiceToken) =>
      row.confirmedAt === null &&
      twoPeopleSuffice({ personId: row.askedByPersonId, at: row.askedAt }, { personId, at: now }, small).suffice;
    return {
      items: rows.map((row) => ({
        ...viewOf(row, known),
        byOnePerson: ofOne.has(row.id),
        mayConfirm: mayConfirm(row),
      })),
      teams: teams.map((team) => ({ teamId: team.id, name: nameOf(team) })),
      clients: clients.map((client) => ({ clientId: client.id, name: nameOf(client) })),
    };
  }
}

const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Bilingual => ({ zh: nameZh, en: nameEn });

function viewOf(
  row: ServiceToken,
  { people, teams, clients }: Known,
): Omit<ServiceTokenView, 'byOnePerson' | 'mayConfirm'> {
  const who = (personId: string) => ({ personId, name: nameOf(people.get(personId)!) });
  const { confirmedByPersonId: confirmer, confirmedAt, askedByPersonId: owner, clientId, teamIds } = row;
  const client = clients.find(({ id }) => id === clientId);
  const left = people.get(owner)!.leftAt !== null;
  return {
    ...{ tokenId: row.id, name: row.name, ending: row.ending, scopes: row.scopes, addresses: row.addresses },
    teams:
      teamIds &&
      teams.filter(({ id }) => teamIds.includes(id)).map((team) => ({ teamId: team.id, name: nameOf(team) })),
    client: client ? { clientId: client.id, name: nameOf(client) } : null,
    state: left ? 'without_owner' : confirmedAt === null ? 'waiting' : 'in_force',
    owner: who(owner),
    askedAt: row.askedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    confirmedBy: confirmer === null ? null : who(confirmer),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  };
}
