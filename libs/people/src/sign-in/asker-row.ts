import { type Language } from '#contracts';
import { type HeldRole } from '../permissions.rules.js';
import { type Asker } from './asker.js';
import { proofsOf } from './proofs.rules.js';

/**
 * A role for a client reaches the teams that the client has now, and never more than those: a client without teams gives no row, which
 * must not be taken for the null that means every team.
 */
const REACH = `cross join lateral (
  select given.team_id where given.client_id is null
  union all select team.id from team where team.client_id = given.client_id) reach (team_id)`;

/** What `account` and `person` know of the asker: one query for sessions and for tokens. */
export const ASKER_COLUMNS = `
  account.id as account_id, username, language, person.id as person_id, staff_number, name_zh, name_en,
  coalesce((select json_agg(json_build_object('role', role, 'teamId', reach.team_id, 'clientId', client_id) order by role, reach.team_id)
            from role_in_force given ${REACH} where given.account_id = account.id), '[]') as held,
  exists (select 1 from suspension_in_force where person_id = person.id) as suspended,
  exists (select 1 from second_factor where account_id = account.id and confirmed_at is not null) as second_factor,
  account.password_hash is not null as has_password,
  exists (select 1 from identity_link where account_id = account.id) as has_provider,
  exists (select 1 from passkey where account_id = account.id) as has_passkey`;

export interface AskerRow {
  account_id: string;
  person_id: string;
  username: string;
  language: Language;
  staff_number: string;
  name_zh: string;
  name_en: string;
  held: HeldRole[];
  suspended: boolean;
  second_factor: boolean;
  has_password: boolean;
  has_provider: boolean;
  has_passkey: boolean;
}

/** The part of an asker that its account says. */
export const accountOf = (row: AskerRow) =>
  ({
    accountId: row.account_id,
    personId: row.person_id,
    username: row.username,
    name: { zh: row.name_zh, en: row.name_en },
    staffNumber: row.staff_number,
    language: row.language,
    held: row.held,
    suspended: row.suspended,
    secondFactor: row.second_factor,
    proofs: proofsOf({
      ...{ secondFactor: row.second_factor, password: row.has_password },
      ...{ passkey: row.has_passkey, provider: row.has_provider },
    }),
  }) satisfies Partial<Asker>;
