import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type WithinTeams } from '../extensions/extension-map.service.js';
import { type RoleReach } from '../roles/reach.rules.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { type KnownTeam, type StaffRow } from './staff-file.rules.js';
import { type KnownPerson, type StaffImportContext } from './staff-plan.rules.js';

/** People asked for at once: an answer of ten thousand rows would hold the event loop while it is parsed. */
const AT_ONCE = 250;

/** Everything that a file of staff is compared with. */
@Injectable()
export class StaffBookReader {
  async openTeams(tx: EntityManager, within: WithinTeams): Promise<KnownTeam[]> {
    return tx.query(
      `select team.id as "teamId", client.id as "clientId",
              json_build_object('zh', team.name_zh, 'en', team.name_en) as name,
              json_build_object('zh', client.name_zh, 'en', client.name_en) as client
       from team join client on client.id = team.client_id
       where team.closed_at is null and ($1::uuid[] is null or team.id = any($1))`,
      [within],
    );
  }

  async read(tx: EntityManager, rows: readonly StaffRow[], importer: Decider): Promise<StaffImportContext> {
    const people = new Map<string, KnownPerson>();
    const usernames = new Map<string, string>();
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE);
      for (const known of await this.people(tx, some, importer.within)) people.set(known.staffNumber, known);
      const taken: { username: string; person_id: string }[] = await tx.query(
        'select username, person_id from account where username = any($1)',
        [some.flatMap(({ username }) => (username ? [username] : []))],
      );
      for (const { username, person_id } of taken) usernames.set(username, person_id);
    }
    const teams: { id: string; client_id: string }[] = await tx.query('select id, client_id from team');
    return { people, usernames, importer, clientOf: new Map(teams.map((team) => [team.id, team.client_id])) };
  }

  private async people(tx: EntityManager, rows: readonly StaffRow[], within: WithinTeams): Promise<KnownPerson[]> {
    const known: (KnownPerson & { roles: RoleReach[] })[] = await tx.query(
      `select person.id as "personId", staff_number as "staffNumber", name_zh as "nameZh", name_en as "nameEn", team_id as "teamId",
              left_at is not null as left, ($2::uuid[] is null or team_id = any($2)) as reachable,
              account.id as "accountId", username, language, email,
              coalesce((select json_agg(json_build_object('role', role, 'teamId', team_id, 'clientId', client_id)) from (
                select role, team_id, client_id from role_assignment where account_id = account.id
                union all select role, team_id, client_id from role_proposal where account_id = account.id and state = 'waiting') roles),
                '[]') as roles
       from person left join account on account.person_id = person.id where staff_number = any($1)`,
      [rows.map(({ staffNumber }) => staffNumber), within],
    );
    return known;
  }
}
