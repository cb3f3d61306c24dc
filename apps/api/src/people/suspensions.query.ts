import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SuspensionCause, type SuspensionList, type SuspensionView } from '#contracts';
import { permissionsOf, type Asker } from '#people';
import { Parameters } from '../reach/visible-legs.js';
import { bilingual } from './person.sql.js';
import { teamsWithin } from '../reach/within.js';

/** One row a person, though several things may have happened to their accounts: what happened last is shown. */
const suspensions = (asker: string): string => `
  select distinct on (waiting.person_id) waiting.cause, waiting.caused_at, person.id as person_id, person.staff_number,
         ${bilingual('person')} as name, case when causer.id is not null then ${bilingual('causer')} end as caused_by,
         (select bool_and(eyes_suffice(one.caused_by_person_id, one.caused_at, ${asker}::uuid, now()))
          from suspension_in_force one where one.person_id = waiting.person_id) as suffices,
         (select bool_and(account_has_way_in(one.account_id)) from suspension_in_force one where one.person_id = waiting.person_id) as opened
  from suspension_in_force waiting join person on person.id = waiting.person_id
  left join person causer on causer.id = waiting.caused_by_person_id where true`;
const NEWEST = 'order by waiting.person_id, waiting.caused_at desc';
const MOST = 500;

interface Row {
  cause: SuspensionCause;
  caused_at: Date;
  person_id: string;
  staff_number: string;
  name: SuspensionView['person']['name'];
  caused_by: SuspensionView['causedBy'];
  /** Are the asker's eyes others than those of who caused it, or in a small house the same a day later? */
  suffices: boolean;
  opened: boolean;
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
      `select * from (${suspensions(parameters.add(asker.personId))} and ${within} ${NEWEST}) waiting order by caused_at limit ${MOST}`,
      parameters.values,
    );
    return { items: rows.map((row) => viewOf(row, asker)) };
  }

  /** Of a person whom the asker may see. */
  async ofPerson(asker: Asker, personId: string): Promise<SuspensionView | null> {
    const sql = `${suspensions('$2')} and waiting.person_id = $1 ${NEWEST}`;
    const [row]: Row[] = await this.source.query(sql, [personId, asker.personId]);
    return row ? viewOf(row, asker) : null;
  }
}

function viewOf(row: Row, { personId, held }: Asker): SuspensionView {
  const another = row.person_id !== personId && row.suffices;
  return {
    person: { personId: row.person_id, name: row.name, staffNumber: row.staff_number },
    cause: row.cause,
    causedBy: row.caused_by,
    at: row.caused_at.toISOString(),
    opened: row.opened,
    mayConfirm: row.opened && another && permissionsOf(held).includes('roles.approve'),
  };
}
