import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type GroupRoleView, type ProviderSetup } from '#contracts';
import { IdentityProvider } from '#people';
import { bilingual, REACH_COLUMNS } from '../people/person.sql.js';

type Row = Omit<GroupRoleView, 'reach' | 'at'> & GroupRoleView['reach'] & { at: Date };

/** How signing in through the identity provider is set up, for administrators. */
@Injectable()
export class ProviderSetupQuery {
  constructor(
    private readonly source: DataSource,
    private readonly provider: IdentityProvider,
  ) {}

  async view(): Promise<ProviderSetup> {
    const rows: Row[] = await this.source.query(
      `select reach.id as "groupRoleId", group_name as "group", role, ${REACH_COLUMNS}, created_at as at,
              json_build_object('personId', person.id, 'name', ${bilingual('person')}) as by
       from group_role reach join person on person.id = created_by_person_id
       where ended_at is null order by group_name, role, reach.id`,
    );
    const groupRoles = rows.map(({ team, client, at, ...row }) => ({
      ...row,
      reach: { team, client },
      at: at.toISOString(),
    }));
    return { provider: await this.said(), groupRoles };
  }

  private async said(): Promise<ProviderSetup['provider']> {
    if (!this.provider.isOn) return null;
    const { callbackAddress, logoutAddress, settings } = this.provider;
    const { label, issuer, clientId, groupsClaim = null } = settings;
    const [{ n }] = await this.source.query<[{ n: number }]>('select count(*)::int as n from identity_link');
    return { label, issuer, clientId, callbackAddress, logoutAddress, groupsClaim, linkedAccounts: n };
  }
}
