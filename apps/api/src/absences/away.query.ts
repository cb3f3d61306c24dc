import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AwayNow, type PossibleDeputies } from '#contracts';
import { heldNow, type Asker } from '#people';
import { worksOf } from '#people/rules';
import { Clock } from '#platform';
import { bilingual } from '../people/person.sql.js';
import { teamsWithin } from '../reach/within.js';

/** As many as a list to choose from shows; a name narrows it. */
const AT_MOST = 50;

/** Who can deputise, and who is away. */
@Injectable()
export class AwayQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Colleagues with an open account and a role, of the same client or for every client; none for who has no work to hand over. */
  async deputies(personId: string, named: string): Promise<PossibleDeputies> {
    if (worksOf(await heldNow(this.source.manager, personId)).length === 0) return { items: [] };
    const items: PossibleDeputies['items'] = await this.source.query(
      `select person.id as "personId", ${bilingual('person')} as name, person.staff_number as "staffNumber", ${bilingual('team')} as team
       from person join team on team.id = person.team_id join person asker on asker.id = $1 join team own on own.id = asker.team_id
       where person.left_at is null and person.id <> $1 and exists (select 1 from role_in_force where person_id = person.id)
         and (team.client_id = own.client_id or exists (select 1 from role_in_force held
           where held.person_id in (person.id, $1) and held.role <> 'agent' and held.team_id is null and held.client_id is null))
         and ($2 = '' or strpos(lower(person.name_zh || ' ' || person.name_en || ' ' || person.staff_number), lower($2)) > 0)
       order by exists (select 1 from role_in_force where person_id = person.id and role <> 'agent') desc, person.name_en, person.id
       limit ${AT_MOST}`,
      [personId, named],
    );
    return { items };
  }

  /** Of the teams whose scores the asker sees. */
  async now(asker: Asker): Promise<AwayNow> {
    const teams = teamsWithin(asker, 'scorecards.read');
    const items: AwayNow['items'] = await this.source.query(
      `select absence.person_id as "personId", last_on::text as "lastOn", ${bilingual('deputy')} as deputy, works
       from absence join person on person.id = absence.person_id join person deputy on deputy.id = deputy_person_id
       where accepted_at is not null and ended_at is null and begins_at <= $1 and $1 < ends_at and ($2::uuid[] is null or person.team_id = any($2))
       order by absence.person_id, last_on`,
      [this.clock.now(), teams],
    );
    return { items };
  }
}
