import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ClientList, type CompanyProfile, type CompanyProfileView, type NoticeState } from '#contracts';
import { NoticeService, type Asker } from '#people';
import { bilingual } from '../people/person.sql.js';
import { teamsWithin } from '../reach/within.js';

/** The company as its administrators see it. */
@Injectable()
export class CompanyQuery {
  constructor(
    private readonly source: DataSource,
    private readonly notices: NoticeService,
  ) {}

  async profile(): Promise<CompanyProfileView> {
    const [row]: { version: number; profile: CompanyProfile; at: Date | null; by: CompanyProfileView['changedBy'] }[] =
      await this.source.query(
        `select company.version, company.profile, written.changed_at as at,
                case when person.id is not null then ${bilingual('person')} end as by
         from company left join company_profile_version written on written.version = company.version
         left join person on person.id = written.changed_by_person_id`,
      );
    if (!row) throw new Error('there is no company profile: set-up has not been run');
    const { version, profile, at, by } = row;
    return { version, profile, changedAt: at?.toISOString() ?? null, changedBy: by };
  }

  /** Clients and teams as far as the asker's role reaches; a client of which nothing is reached is not there. */
  async clients(asker: Asker): Promise<ClientList> {
    const within = teamsWithin(asker, 'company.manage');
    const clients = await this.source.query(
      `select client.id as "clientId", ${bilingual('client')} as name, client.closed_at is not null as closed,
              coalesce(json_agg(json_build_object('teamId', team.id, 'name', ${bilingual('team')}, 'closed', team.closed_at is not null,
                'people', (select count(*)::int from person where team_id = team.id and left_at is null)) order by team.closed_at is not null, team.name_en)
                filter (where team.id is not null), '[]') as teams
       from client left join team on team.client_id = client.id and ($1::uuid[] is null or team.id = any($1))
       where $1::uuid[] is null or team.id is not null
       group by client.id order by client.closed_at is not null, client.name_en`,
      [within],
    );
    return { clients, wholeCompany: within === null };
  }

  async notice(): Promise<NoticeState> {
    const { version, zh, en, publishedAt, listeningIn } = await this.notices.current();
    const [row]: { people: number; acknowledged: number }[] = await this.source.query(
      `select count(*)::int as people, count(notice_acknowledgement.person_id)::int as acknowledged
       from (select distinct person_id from account where disabled_at is null and password_hash is not null) open
       left join notice_acknowledgement on notice_acknowledgement.person_id = open.person_id and notice_version = $1`,
      [version],
    );
    const { people = 0, acknowledged = 0 } = row ?? {};
    return { version, zh, en, listeningIn, publishedAt: publishedAt.toISOString(), people, acknowledged };
  }
}
