import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PossibleAgent, type UploadForm } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { bilingual } from '../../people/person.sql.js';
import { teamsWithin } from '../../reach/within.js';

/** As many as a list to choose from shows; a name narrows it. */
const AT_MOST = 50;

/** What the company says once of all its calls, and the people of the teams for which the asker may send calls in. */
@Injectable()
export class UploadFormQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  async form(asker: Asker, named: string): Promise<UploadForm> {
    const { region = null, language = null, timeZone } = await this.company.profile();
    const agents: PossibleAgent[] = await this.source.query(
      `select staff_number as "staffNumber", ${bilingual('person')} as name, ${bilingual('team')} as team
       from person join team on team.id = person.team_id
       where person.left_at is null and ($1::uuid[] is null or person.team_id = any($1))
         and ($2 = '' or strpos(lower(concat_ws(' ', person.name_zh, person.name_en, staff_number)), lower($2)) > 0)
       -- Who takes calls comes before those who run the product.
       order by exists (select 1 from role_in_force where person_id = person.id and role = 'administrator'), person.name_en, staff_number
       limit ${AT_MOST}`,
      [teamsWithin(asker, 'calls.ingest'), named],
    );
    return { region, language, timeZone, agents };
  }
}
