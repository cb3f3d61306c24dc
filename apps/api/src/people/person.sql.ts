import { lockedUntil } from '#people';

/** An account's state, as text; needs `account` in scope, and the present moment in a parameter. */
export const accountState = (now: string): string => `case
  when account.id is null then null
  when account.disabled_at is not null then 'closed'
  when account.password_hash is not null or exists (select 1 from identity_link where account_id = account.id)
       or exists (select 1 from passkey where account_id = account.id) then 'open'
  when exists (select 1 from invitation where account_id = account.id and used_at is null and revoked_at is null
               and expires_at > ${now}) then 'invited'
  else 'waiting' end`;

export const bilingual = (table: string): string => `json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en)`;

/** The name of who acted, a person called `table`; of a deputy, with the person in whose place it was, whose id `absentId` is. */
export const actedAs = (table: string, absentId: string): string => `json_build_object(
  'zh', ${table}.name_zh || coalesce((select '（代 ' || name_zh || '）' from person away where away.id = ${absentId}), ''),
  'en', ${table}.name_en || coalesce((select ' for ' || name_en from person away where away.id = ${absentId}), ''))`;

/** What a list shows of a person; needs `person`, `team`, `client` and `account` in scope. */
export const personRow = (now: string): string => `
  person.id as "personId", person.staff_number as "staffNumber", ${bilingual('person')} as name, left_at is not null as left,
  json_build_object('teamId', team.id, 'name', ${bilingual('team')}) as team,
  json_build_object('clientId', client.id, 'name', ${bilingual('client')}) as client,
  case when account.id is not null then json_build_object('accountId', account.id, 'username', username, 'state', ${accountState(now)},
    'lockedUntil', to_char(${lockedUntil(now)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as account,
  coalesce((select json_agg(distinct role) from role_assignment where account_id = account.id), '[]') as roles,
  exists (select 1 from suspension_in_force where person_id = person.id) as suspended`;

export const PERSON_TABLES = `person join team on team.id = person.team_id join client on client.id = team.client_id
  left join account on account.person_id = person.id`;

/** What a role reaches; needs a row with `team_id` and `client_id` called `reach`. */
export const REACH_COLUMNS = `
  (select json_build_object('teamId', id, 'name', ${bilingual('team')}) from team where id = reach.team_id) as team,
  (select json_build_object('clientId', id, 'name', ${bilingual('client')}) from client where id = reach.client_id) as client`;
