import { type EntityManager } from 'typeorm';
import { type Bilingual } from '#contracts';
import { heldNow, PERMISSIONS, reaches, scopeOf } from '#people';
import { type ReviewAssignmentRow } from './sampling.entity.js';

const JUDGING = Object.entries(PERMISSIONS)
  .filter(([, permissions]) => permissions.includes('scorecards.judge'))
  .map(([role]) => role);

/**
 * People who may judge a leg at present: whose rights reach it, who took no part in its call and, where it is judged blind, did not see its result.
 * @param onlyPersonId looks at this person alone; null: at all
 */
export async function possibleReviewers(
  tx: EntityManager,
  of: Pick<ReviewAssignmentRow, 'legId' | 'blind'>,
  onlyPersonId: string | null,
): Promise<{ personId: string; name: Bilingual }[]> {
  const [leg]: { personId: string; teamId: string }[] = await tx.query(
    'select person_id as "personId", team_id as "teamId" from leg where id = $1',
    [of.legId],
  );
  const people: { personId: string; name: Bilingual }[] = await tx.query(
    `select person.id as "personId", json_build_object('zh', name_zh, 'en', name_en) as name from person
     where ($3::uuid is null or person.id = $3) and exists (select 1 from role_in_force where person_id = person.id and role = any($2))
       and not exists (select 1 from leg judged cross join legs_of_call(judged.call_id) part where judged.id = $1::uuid and part.person_id = person.id)
       and not ($4::boolean and exists (select 1 from result_look where leg_id = $1::uuid and person_id = person.id))
     order by name_en, person.id`,
    [of.legId, JUDGING, onlyPersonId, of.blind],
  );
  const fit: typeof people = [];
  for (const one of people) {
    const scope = scopeOf('scorecards.judge', await heldNow(tx, one.personId), one.personId);
    if (leg && reaches(scope, leg)) fit.push(one);
  }
  return fit;
}

/** A person who may judge some of several calls at present. */
export interface ReviewerForSome {
  readonly personId: string;
  readonly name: Bilingual;
  /** How many of the calls. */
  readonly calls: number;
}

/** People who may judge at least one of these legs, none of them blind. A person with rights to none is not named. */
export async function reviewersOfSome(tx: EntityManager, legIds: readonly string[]): Promise<ReviewerForSome[]> {
  const legs: { callId: string; personId: string; teamId: string; parts: string[] }[] = await tx.query(
    `select call_id as "callId", person_id as "personId", team_id as "teamId",
       array(select person_id from legs_of_call(leg.call_id)) as parts from leg where id = any($1::uuid[])`,
    [legIds],
  );
  const people: { personId: string; name: Bilingual }[] = await tx.query(
    `select person.id as "personId", json_build_object('zh', name_zh, 'en', name_en) as name from person
     where exists (select 1 from role_in_force where person_id = person.id and role = any($1)) order by name_en, person.id`,
    [JUDGING],
  );
  const found: ReviewerForSome[] = [];
  for (const one of people) {
    const scope = scopeOf('scorecards.judge', await heldNow(tx, one.personId), one.personId);
    const theirs = legs.filter((leg) => reaches(scope, leg) && !leg.parts.includes(one.personId));
    const calls = new Set(theirs.map(({ callId }) => callId)).size;
    if (calls > 0) found.push({ ...one, calls });
  }
  return found;
}
