import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Role, type SetUp } from '#contracts';
import { type Asker } from '#people';
import { PERMISSIONS } from '#people/rules';
import { SILENT_AFTER_SECONDS } from '#platform';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { setUpOf, type SetUpFacts } from './set-up.rules.js';

const may = (permission: 'grants.propose' | 'grants.publish'): Role[] =>
  (Object.keys(PERMISSIONS) as Role[]).filter((role) => PERMISSIONS[role].includes(permission));

/** How far a new installation has come: one statement of counts, each of which stops early or reads a small table. */
@Injectable()
export class SetUpQuery {
  constructor(private readonly source: DataSource) {}

  async now(asker: Asker): Promise<SetUp> {
    const proposers = [...new Set([...may('grants.propose'), ...may('grants.publish')])];
    const [facts]: SetUpFacts[] = await this.source.query(FACTS, [
      proposers,
      may('grants.publish'),
      SILENT_AFTER_SECONDS,
    ]);
    return setUpOf(facts!, await this.scoredCall(asker));
  }

  /** The latest one within reach: where the line about the score leads. */
  private async scoredCall(asker: Asker): Promise<string | null> {
    const parameters = new Parameters();
    const [row]: { id: string }[] = await this.source.query(
      `select call.id from call where stage = 'scored'
         and exists (select from leg where leg.call_id = call.id and ${visibleLegs('calls.read', asker, parameters)})
       order by started_at desc, id desc limit 1`,
      parameters.values,
    );
    return row?.id ?? null;
  }
}

/** An account that a person has opened, by a password or by a way in of the company's. */
const OPENED = `(account.password_hash is not null or exists (select from session where session.account_id = account.id))`;

/** People, not accounts or roles: one person may hold a role for several teams. */
const holders = (roles: string): string => `json_build_object(
  'opened', (select count(distinct person_id)::int from holder where ${roles} and opened),
  'unopened', (select count(distinct person_id)::int from holder where ${roles} and not opened),
  'unconfirmed', (select count(distinct given.person_id)::int from role_assignment given join suspension_in_force using (person_id)
    where ${roles} and account_has_way_in(given.account_id)),
  'proposed', (select count(distinct person_id)::int from role_proposal where ${roles} and state = 'waiting'))`;

/** 1 where a call is at one of these stages: how many more there are is not asked. */
const inStage = (stages: string): string => `exists (select from call where stage in (${stages}))::int`;

const FACTS = `
  with holder as (
    select held.person_id, held.role, ${OPENED} as opened
    from role_in_force held join account on account.id = held.account_id where account.disabled_at is null),
  engine as (
    select engine from worker_presence, jsonb_array_elements(engines) engine
    where heartbeat_at >= now() - make_interval(secs => $3) and (engine->>'available')::boolean and (engine->>'enabled')::boolean
      and (engine->>'production')::boolean
      -- Words that come with a call are heard nowhere.
      and engine->>'name' <> 'provided')
  select ${holders(`role = 'administrator'`)} as administrators,
    ${holders(`role = 'quality_manager'`)} as "qualityManagers",
    ${holders('role = any($1)')} as legal,
    (select count(distinct person_id)::int from holder where role = any($2) and opened) as publishers,
    small_house_at(now()) as "smallHouse",
    exists (select from holder where role = 'supervisor' and opened) as "seesCalls",
    (select version from company) as "profileVersion",
    (select count(*)::int from person where team_id is not null and left_at is null
      and not exists (select from holder where holder.person_id = person.id and role = 'administrator')) as staff,
    (select json_build_object('published', count(*) filter (where decision = 'agreed')::int,
      'proposed', count(*) filter (where decision is null)::int) from retention_schedule) as schedules,
    (select coalesce(json_agg(distinct language), '[]') from engine, jsonb_array_elements_text(engine->'languages') language
      where language in ('zh', 'en')) as languages,
    json_build_object('published', (select count(*)::int from standing_grant),
      'proposed', (select count(*)::int from grant_proposal where state = 'waiting')) as grants,
    json_build_object('all', exists (select from call)::int, 'scored', ${inStage(`'scored', 'destroyed'`)},
      'underWay', ${inStage(`'recorded', 'sealed', 'transcribed'`)}, 'stopped', ${inStage(`'needs_attention'`)}) as calls`;
