import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  personDetailSchema,
  personRowSchema,
  type PeopleList,
  type PeopleQuery as Question,
  type PersonDetail,
} from '#contracts';
import { type Asker, type WithinTeams } from '#people';
import { Clock } from '#platform';
import { Parameters } from '../reach/visible-legs.js';
import { ExtensionsQuery } from '../telephony-map/extensions.query.js';
import { writeKey, keyFrom } from './list-cursor.rules.js';
import { bilingual, PERSON_TABLES, personRow, REACH_COLUMNS } from './person.sql.js';
import { ProposalsQuery } from './proposals.query.js';
import { teamsWithin } from '../reach/within.js';
import { SuspensionsQuery } from './suspensions.query.js';
import { apiRefusals } from '../refusals.js';

/** People as an administrator sees them: only those of the teams that the asker's role reaches. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly source: DataSource,
    private readonly proposals: ProposalsQuery,
    private readonly extensions: ExtensionsQuery,
    private readonly suspensions: SuspensionsQuery,
    private readonly clock: Clock,
  ) {}

  /** In the order of staff numbers, a page at a time. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { search, teamId, cursor, limit }: Question): Promise<PeopleList> {
    const parameters = new Parameters();
    const now = `${parameters.add(this.clock.now())}::timestamptz`;
    const conditions = [within(teamsWithin(asker, 'people.manage'), parameters)];
    if (teamId) conditions.push(`person.team_id = ${parameters.add(teamId)}`);
    if (search) conditions.push(matching(search, parameters));
    if (cursor) conditions.push(`staff_number > ${parameters.add(keyFrom(cursor, 1)[0])}`);
    const rows = await this.source.query(
      `select ${personRow(now)} from ${PERSON_TABLES} where ${conditions.join(' and ')}
       order by staff_number limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const items = personRowSchema.array().parse(rows.slice(0, limit));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeKey(last.staffNumber) : null };
  }

  /** @throws DomainError `not_found`, also for a person outside the asker's teams */
  async one(asker: Asker, personId: string): Promise<PersonDetail> {
    const parameters = new Parameters();
    const now = `${parameters.add(this.clock.now())}::timestamptz`;
    const mine = within(teamsWithin(asker, 'people.manage'), parameters);
    const [row] = await this.source.query(
      `select ${personRow(now)}, account.language, person.email,
              (select json_build_object('at', to_json(lifted_at), 'by', ${bilingual('lifter')}, 'reason', reason)
               from account_unlock lifted join person lifter on lifter.id = lifted_by_person_id
               where lifted.account_id = account.id order by lifted_at desc limit 1) as unlocked,
              (select json_build_object('accountId', account_id, 'since', to_json(confirmed_at)) from second_factor
               where account_id = account.id and confirmed_at is not null) as "secondFactor",
              (select json_build_object('accountId', account_id, 'since', to_json(linked_at)) from identity_link
               where account_id = account.id order by linked_at limit 1) as provider,
              (select json_build_object('accountId', account.id, 'count', count(*)) from passkey
               where account_id = account.id having count(*) > 0) as passkeys,
              (select json_build_object('expiresAt', to_json(expires_at), 'wrongTries', wrong_tries) from invitation
               where account_id = account.id and used_at is null and revoked_at is null and expires_at > ${now}) as invitation,
              (select json_build_object('version', notice_version, 'at', to_json(at), 'language', language) from notice_acknowledgement
               where person_id = person.id order by notice_version desc limit 1) as notice,
              coalesce((select json_agg(row_to_json(held)) from (
                select reach.id as "assignmentId", role,
                  by_one_person as "byOnePerson", ${REACH_COLUMNS} from role_assignment reach
                where account_id = account.id order by role, reach.id) held), '[]') as assignments
       from ${PERSON_TABLES} where ${mine} and person.id = ${parameters.add(personId)}`,
      parameters.values,
    );
    if (!row) throw apiRefusals.not_found();
    const [proposals, extensions, suspension] = await Promise.all([
      this.proposals.ofPerson(asker, personId),
      this.extensions.ofPerson(personId),
      this.suspensions.ofPerson(asker, personId),
    ]);
    return personDetailSchema.parse({
      ...row,
      unlocked: row.unlocked && { ...row.unlocked, at: utc(row.unlocked.at) },
      secondFactor: row.secondFactor && { ...row.secondFactor, since: utc(row.secondFactor.since) },
      provider: row.provider && { ...row.provider, since: utc(row.provider.since) },
      invitation: row.invitation && { ...row.invitation, expiresAt: utc(row.invitation.expiresAt) },
      notice: row.notice && { ...row.notice, at: utc(row.notice.at) },
      proposals,
      extensions,
      suspension,
    });
  }
}

const utc = (text: string): string => new Date(text).toISOString();

/** The condition under which a person may be seen. */
export const within = (teams: WithinTeams, parameters: Parameters): string =>
  teams === null ? 'true' : `person.team_id = any(${parameters.add(teams)}::uuid[])`;

function matching(search: string, parameters: Parameters): string {
  const plain = search.replace(/[\\%_]/g, (found) => `\\${found}`);
  const [start, part] = [parameters.add(`${plain}%`), parameters.add(`%${plain}%`)];
  return `(staff_number ilike ${start} or person.name_zh ilike ${part} or person.name_en ilike ${part} or username ilike ${part})`;
}
