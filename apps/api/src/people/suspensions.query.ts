import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SuspensionCause, type SuspensionList, type SuspensionView } from '#contracts';
import { permissionsOf, type Asker } from '#people';
import { Parameters } from '../reach/visible-legs.js';
import { bilingual } from './person.sql.js';
import { teamsWithin } from '../reach/within.js';

/** One row a person, though several things may have happened to their accounts: what happened last is shown. */
const SUSPENSIONS = `
  select distinct on (waiting.person_id) waiting.cause, waiting.caused_at, person.id as person_id, person.staff_number,
         ${bilingual('person')} as name, case when causer.id is not null then ${bilingual('causer')} end as caused_by,
         array(select caused_by_person_id from role_suspension one where one.person_id = waiting.person_id and one.confirmed_at is null) as causers
  from role_suspension waiting join person on person.id = waiting.person_id
  left join person causer on causer.id = waiting.caused_by_person_id where waiting.confirmed_at is null`;
const NEWEST = 'order by waiting.person_id, waiting.caused_at desc';
const MOST = 500;

interface Row {
  cause: SuspensionCause;
  caused_at: Date;
  person_id: string;
  staff_number: string;
  name: SuspensionView['person']['name'];
  caused_by: SuspensionView['causedBy'];
  causers: (string | null)[];
}

/** People whose rights wait for a second person. */
@Injectable()
export class SuspensionsQuery {
  constructor(private readonly source: DataSource) {}

  /** Those in the asker's reach, the longest waiting first. */
  async list(asker: Asker): Promise<SuspensionList> {
    const parameters = new Parameters();
    const teams = teamsWithin(asker, 'roles.approve');
    const within = teams === null ? 'true' : `person.team_id = any(${parameters.add(teams)}::uuid[])`;
    const rows: Row[] = await this.source.query(
      `select * from (${SUSPENSIONS} and ${within} ${NEWEST}) waiting order by caused_at limit ${MOST}`,
      parameters.values,
    );
    return { items: rows.map((row) => viewOf(row, asker)) };
  }

  /** Of a person whom the asker may see. */
  async ofPerson(asker: Asker, personId: string): Promise<SuspensionView | null> {
    const sql = `${SUSPENSIONS} and waiting.person_id = $1 ${NEWEST}`;
    const [row]: Row[] = await this.source.query(sql, [personId]);
    return row ? viewOf(row, asker) : null;
  }
}

function viewOf(row: Row, { personId, held }: Asker): SuspensionView {
  const another = row.person_id !== personId && !row.causers.includes(personId);
  return {
    person: { personId: row.person_id, name: row.name, staffNumber: row.staff_number },
    cause: row.cause,
    causedBy: row.caused_by,
    at: row.caused_at.toISOString(),
    mayConfirm: another && permissionsOf(held).includes('roles.approve'),
  };
}
