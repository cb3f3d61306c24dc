import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type GrantAction, type Role } from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { StandingGrant } from '../standing-grant.entity.js';
import { grantFor, type CoveringGrant, type GrantedLeg } from './grant.rules.js';

/** Whether a leg may be unwrapped, and under which grant. */
export type GrantAnswer = { allowed: true; grant: StandingGrant } | { allowed: false; reason: 'no_grant' };

type GrantAsker = Pick<Asker, 'personId' | 'held'>;

/** Standing grants in use: the ordinary rights to unwrap recordings (decision 45). How they come and go: `StandingGrants`. */
@Injectable()
export class GrantService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Finds the grant under which the asker may act on a leg now. */
  async liveGrant(
    asker: GrantAsker,
    leg: GrantedLeg,
    action: GrantAction,
    purpose?: StandingGrant['purpose'],
  ): Promise<GrantAnswer> {
    const roles = [...new Set(asker.held.map(({ role }) => role))];
    const question = { asker, leg, action, now: this.clock.now(), ...(purpose && { purpose }) };
    const grant = grantFor(await this.ofRoles(roles), question);
    return grant ? { allowed: true, grant } : { allowed: false, reason: 'no_grant' };
  }

  /** One grant, if it lets the asker do one of these to the leg now. */
  async holds(
    id: string,
    asker: GrantAsker,
    leg: GrantedLeg,
    actions: readonly GrantAction[],
  ): Promise<StandingGrant | null> {
    const grants = await this.withTeams('standing_grant.id = $1', id);
    const now = this.clock.now();
    return actions.map((action) => grantFor(grants, { asker, leg, action, now })).find(Boolean) ?? null;
  }

  private async ofRoles(roles: readonly Role[]): Promise<CoveringGrant[]> {
    return this.withTeams('standing_grant.role = any($1) and revoked_at is null', roles);
  }

  /** A client's teams are those that it has now: one that joins it later is covered too. */
  private async withTeams(condition: string, value: unknown): Promise<CoveringGrant[]> {
    return this.source.query(
      `select id, code, role, scope, team_id as "teamId", client_id as "clientId", purpose, actions, rendition,
         published_by_person_id as "publishedByPersonId", approved_by_person_id as "approvedByPersonId", valid_from as "validFrom",
         expires_at as "expiresAt", revoked_at as "revokedAt",
         case scope when 'team' then array[team_id] when 'client' then array(select team.id from team where team.client_id = standing_grant.client_id) end
           as "teamIds"
       from standing_grant where ${condition}
         and not (rights_of_one_over($2) and by_one_person(published_by_person_id, approved_by_person_id, valid_from))`,
      [value, this.clock.now()],
    );
  }
}
