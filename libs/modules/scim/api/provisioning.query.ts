import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type DirectoryRefusal,
  type DirectoryToken,
  type Provisioning,
  type ProvisionedGroupView,
  type ProvisionedMeaning,
} from '#contracts';
import { ProvisionedGroups, type GroupMeaning } from '#people';
import { Clock } from '#platform';
import { bilingual, REACH_COLUMNS } from '#api';

const SHOWN_REFUSALS = 50;

const TOKENS = `
  select api_token.name, ${bilingual('person')} as owner, last_used_at as "lastUsedAt", expires_at as "expiresAt"
  from api_token join account on account.id = account_id join person on person.id = person_id
  where revoked_at is null and expires_at > $1 and scopes ? 'people.provision' order by api_token.created_at desc`;

const PEOPLE = `
  select count(*) filter (where scim.person_id is not null and left_at is null)::int as active,
    count(*) filter (where scim.person_id is not null and left_at is not null)::int as ended,
    count(*) filter (where scim.person_id is null and left_at is null)::int as others
  from person join lateral (select 1 from account where person_id = person.id limit 1) has on true
  left join scim_person scim on scim.person_id = person.id`;

const GROUPS = `
  select id as "groupId", display_name as "displayName", changed_at as "changedAt",
    (select count(*)::int from scim_group_member where group_id = scim_group.id) as members,
    coalesce((select json_agg(json_build_object('personId', person.id, 'name', ${bilingual('person')}, 'code', held_back) order by person.id)
              from scim_group_member member join person on person.id = member.person_id
              where group_id = scim_group.id and held_back is not null), '[]') as "heldBack"
  from scim_group order by lower(display_name)`;

type TokenRow = Omit<DirectoryToken, 'lastUsedAt' | 'expiresAt'> & { lastUsedAt: Date | null; expiresAt: Date };
type GroupRow = Omit<ProvisionedGroupView, 'meaning' | 'changedAt'> & { changedAt: Date };

/** What the company's directory has sent, what its groups mean here, and what did not come true. */
@Injectable()
export class ProvisioningQuery {
  constructor(
    private readonly source: DataSource,
    private readonly groups: ProvisionedGroups,
    private readonly clock: Clock,
  ) {}

  async view(): Promise<Provisioning> {
    const [tokens, [people], groups, refusals] = await Promise.all([
      this.source.query<TokenRow[]>(TOKENS, [this.clock.now()]),
      this.source.query<[Provisioning['people']]>(PEOPLE),
      this.source.query<GroupRow[]>(GROUPS),
      this.source.query<(Omit<DirectoryRefusal, 'at'> & { at: Date })[]>(
        `select at, method, resource, status, code from scim_refusal order by at desc, id desc limit ${SHOWN_REFUSALS}`,
      ),
    ]);
    const meanings = await this.groups.meanings(groups.map(({ displayName }) => displayName));
    return {
      tokens: tokens.map(({ lastUsedAt, expiresAt, ...token }) => ({
        ...token,
        ...{ lastUsedAt: lastUsedAt?.toISOString() ?? null, expiresAt: expiresAt.toISOString() },
      })),
      people,
      groups: await Promise.all(
        groups.map(async ({ changedAt, ...group }, i) => ({
          ...group,
          changedAt: changedAt.toISOString(),
          meaning: await this.named(meanings[i] as GroupMeaning),
        })),
      ),
      refusals: refusals.map(({ at, ...refusal }) => ({ ...refusal, at: at.toISOString() })),
    };
  }

  /** With the names of the places. */
  private async named(meaning: GroupMeaning): Promise<ProvisionedMeaning> {
    if (meaning.is === 'nothing') return meaning;
    const { teamId, clientId = null } = meaning.is === 'team' ? { teamId: meaning.teamId } : meaning;
    const [row] = await this.source.query(
      `select ${REACH_COLUMNS} from (select $1::uuid as team_id, $2::uuid as client_id) reach`,
      [teamId, clientId],
    );
    return meaning.is === 'team'
      ? { is: 'team', team: row.team.name }
      : { is: 'role', role: meaning.role, reach: { team: row.team, client: row.client } };
  }
}
