import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Language } from '#contracts';
import { JournalService } from '#journal';
import { BYTE_ORDER_MARK, csvLine } from '#platform/rules';
import { type Decider } from '../roles/role-proposal.service.js';
import { type RoleReach } from '../roles/reach.rules.js';
import { writeRole, type KnownTeam } from './staff-file.rules.js';

const AT_ONCE = 500;
const HEADINGS = ['staff_number', 'name_zh', 'name_en', 'team', 'username', 'language', 'roles', 'email'];

interface ExportedPerson {
  staffNumber: string;
  nameZh: string;
  nameEn: string;
  teamId: string;
  username: string | null;
  language: Language | null;
  roles: RoleReach[];
  email: string | null;
}

/** The staff as the file that an import takes, without the people who left. */
@Injectable()
export class StaffExportService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** Pieces of a CSV file in UTF-8, with the mark that makes spreadsheets read it as such. */
  async *csv({ personId, within }: Decider): AsyncGenerator<string> {
    const teams = new Map((await this.teams()).map((team) => [team.teamId, team]));
    let rows = 0;
    let after = '';
    yield BYTE_ORDER_MARK + csvLine(HEADINGS);
    for (;;) {
      const people = await this.page(after, within);
      if (people.length > 0) yield people.map((person) => lineOf(person, teams)).join('');
      rows += people.length;
      if (people.length < AT_ONCE) break;
      after = people.at(-1)?.staffNumber ?? after;
    }
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'staff.exported', { rows }, { actorPersonId: personId }),
    );
  }

  private async page(after: string, within: Decider['within']): Promise<ExportedPerson[]> {
    return this.source.query(
      `select staff_number as "staffNumber", name_zh as "nameZh", name_en as "nameEn", team_id as "teamId", username, language, email,
              coalesce((select json_agg(json_build_object('role', role, 'teamId', team_id, 'clientId', client_id) order by role)
                from role_assignment where account_id = account.id), '[]') as roles
       from person left join account on account.person_id = person.id
       where left_at is null and staff_number > $1 and ($2::uuid[] is null or team_id = any($2))
       order by staff_number limit ${AT_ONCE}`,
      [after, within],
    );
  }

  private async teams(): Promise<KnownTeam[]> {
    return this.source.query(
      `select team.id as "teamId", client.id as "clientId", json_build_object('zh', team.name_zh, 'en', team.name_en) as name,
              json_build_object('zh', client.name_zh, 'en', client.name_en) as client
       from team join client on client.id = team.client_id`,
    );
  }
}

function lineOf(person: ExportedPerson, teams: ReadonlyMap<string, KnownTeam>): string {
  const team = teams.get(person.teamId);
  const { staffNumber, nameZh, nameEn, username, language, email } = person;
  const roles = team ? person.roles.map((role) => writeRole(role, team, teams)).filter(Boolean) : [];
  const place = team ? `${team.client.en}/${team.name.en}` : '';
  return csvLine([staffNumber, nameZh, nameEn, place, username ?? '', language ?? '', roles.join('; '), email ?? '']);
}
