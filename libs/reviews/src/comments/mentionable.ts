import { type EntityManager } from 'typeorm';
import { type Bilingual } from '#contracts';
import { PERMISSIONS, reaches, scopeOf, type HeldRole } from '#people';
import { WITHHELD } from '../blind/withheld-results.service.js';

/** A person whom a comment may mention. */
export interface Mentionable {
  readonly personId: string;
  readonly name: Bilingual;
  readonly team: Bilingual;
}

/** Whose comment on what. */
export interface MentionedOn {
  readonly legId: string;
  readonly authorId: string;
  /** Its author's review of the leg is published: who reads its results reads the comment. */
  readonly shown: boolean;
}

/** By letters of a name in either language, or exactly these people. */
export type Wanted = { readonly letters: string } | { readonly personIds: readonly string[] };

const MOST = 10;

/**
 * People other than its author who see a comment at present, by the rules of `CommentsQuery`: those who judge the leg, once it is shown also
 * those who read its results, and none from whom the leg's results are withheld.
 */
export async function mentionable(tx: EntityManager, on: MentionedOn, wanted: Wanted): Promise<Mentionable[]> {
  const permission = on.shown ? 'scorecards.read' : 'scorecards.judge';
  const roles = Object.entries(PERMISSIONS)
    .filter(([, permissions]) => permissions.includes(permission))
    .map(([role]) => role);
  const letters = 'letters' in wanted ? wanted.letters.toLowerCase() : null;
  const personIds = 'personIds' in wanted ? wanted.personIds : null;
  const people: Candidate[] = await tx.query(CANDIDATES, [on.legId, on.authorId, roles, letters, personIds]);
  return people
    .filter(({ held, leg, personId }) => reaches(scopeOf(permission, held, personId), leg))
    .map(({ held: _, leg: _of, ...person }) => person);
}

interface Candidate extends Mentionable {
  readonly held: readonly HeldRole[];
  readonly leg: { personId: string; teamId: string };
}

/**
 * With the roles that reach the leg: one for a client is one for the leg's team, an agent's is for their own leg. Names that begin with the letters
 * come first.
 */
const CANDIDATES = `
  select person.id as "personId", json_build_object('zh', person.name_zh, 'en', person.name_en) as name,
    json_build_object('zh', home.name_zh, 'en', home.name_en) as team,
    json_build_object('personId', leg.person_id, 'teamId', leg.team_id) as leg,
    json_agg(json_build_object('role', given.role, 'teamId', case when given.client_id is null then given.team_id else leg.team_id end)) as held
  from leg join team on team.id = leg.team_id
  join role_in_force given on given.role = any($3)
    and case when given.role = 'agent' then given.person_id = leg.person_id
      else given.team_id = leg.team_id or given.client_id = team.client_id or (given.team_id is null and given.client_id is null) end
  join person on person.id = given.person_id join team home on home.id = person.team_id
  where leg.id = $1 and person.id <> $2 and ($5::uuid[] is null or person.id = any($5))
    and ($4::text is null or strpos(lower(person.name_zh), $4) > 0 or strpos(lower(person.name_en), $4) > 0)
    and not exists (select 1 from (${WITHHELD}) withheld where withheld.leg_id = $1 and withheld.person_id = person.id)
  group by person.id, home.id, leg.id
  order by not (starts_with(lower(person.name_zh), $4) or starts_with(lower(person.name_en), $4)), person.name_en, person.id
  limit ${MOST}`;
