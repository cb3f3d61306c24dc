import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ExtensionAssignmentView, type ExtensionList, type ExtensionQuery as Question } from '#contracts';
import { type Asker } from '#people';
import { Parameters } from '../reach/visible-legs.js';
import { writeKey, keyFrom } from '../people/list-cursor.rules.js';
import { bilingual } from '../people/person.sql.js';
import { teamsWithin } from '../reach/within.js';

const ASSIGNMENTS = `
  select extension_assignment.id, extension, starts_at, ends_at,
         json_build_object('personId', person.id, 'staffNumber', person.staff_number, 'name', ${bilingual('person')}) as person
  from extension_assignment join person on person.id = extension_assignment.person_id`;

interface Row {
  id: string;
  extension: string;
  starts_at: Date;
  ends_at: Date | null;
  person: ExtensionAssignmentView['person'];
}

/** Who sat at which extension, as far as the asker's teams go. */
@Injectable()
export class ExtensionsQuery {
  constructor(private readonly source: DataSource) {}

  /** By extension, the newest first in each; with `at`, who was there at that moment. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { extension, at, cursor, limit }: Question): Promise<ExtensionList> {
    const parameters = new Parameters();
    const teams = teamsWithin(asker, 'company.manage');
    const conditions = [teams === null ? 'true' : `person.team_id = any(${parameters.add(teams)}::uuid[])`];
    if (extension) conditions.push(`extension = ${parameters.add(extension)}`);
    if (at) {
      const moment = `${parameters.add(new Date(at))}::timestamptz`;
      conditions.push(`starts_at <= ${moment} and (ends_at is null or ends_at > ${moment})`);
    }
    if (cursor) conditions.push(after(cursor, parameters));
    const rows: Row[] = await this.source.query(
      `${ASSIGNMENTS} where ${conditions.join(' and ')}
       order by extension collate "C", starts_at desc limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const items = rows.slice(0, limit).map(viewOf);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeKey(last.extension, last.from) : null };
  }

  async ofPerson(personId: string): Promise<ExtensionAssignmentView[]> {
    const sql = `${ASSIGNMENTS} where extension_assignment.person_id = $1 order by starts_at desc limit 200`;
    const rows: Row[] = await this.source.query(sql, [personId]);
    return rows.map(viewOf);
  }
}

/** Times are given and kept in milliseconds, so that a page's last row is told exactly. */
function after(cursor: string, parameters: Parameters): string {
  const [extension, from] = keyFrom(cursor, 2) as [string, string];
  const [e, f] = [parameters.add(extension), parameters.add(new Date(from))];
  return `(extension collate "C" > ${e} or (extension = ${e} and starts_at < ${f}::timestamptz))`;
}

const viewOf = ({ id, extension, starts_at, ends_at, person }: Row): ExtensionAssignmentView => ({
  assignmentId: id,
  extension,
  person,
  from: starts_at.toISOString(),
  to: ends_at?.toISOString() ?? null,
});
