import { type EntityManager } from 'typeorm';
import { type Bilingual } from '#contracts';
import { heldNow, PERMISSIONS, reaches, scopeOf } from '#people';
import { type ReviewAssignmentRow } from './sampling.entity.js';

const JUDGING = Object.entries(PERMISSIONS)
  .filter(([, permissions]) => permissions.includes('scorecards.judge'))
  .map(([role]) => role);

/**
 * People who may judge at present.
 * @param of this leg: whose rights reach it, who took no part in its call and, where it is judged blind, did not see its result; null: any leg
 * @param onlyPersonId looks at this person alone; null: at all
 */
export async function possibleReviewers(
  tx: EntityManager,
  of: Pick<ReviewAssignmentRow, 'legId' | 'blind'> | null,
  onlyPersonId: string | null,
): Promise<{ personId: string; name: Bilingual }[]> {
  const [leg]: { personId: string; teamId: string }[] = await tx.query(
    'select person_id as "personId", team_id as "teamId" from leg where id = $1',
    [of?.legId ?? null],
  );
  const people: { personId: string; name: Bilingual }[] = await tx.query(
    `select person.id as "personId", json_build_object('zh', name_zh, 'en', name_en) as name from person
     where ($3::uuid is null or person.id = $3) and exists (select 1 from role_in_force where person_id = person.id and role = any($2))
       and not exists (select 1 from leg part join leg judged on judged.call_id = part.call_id where judged.id = $1::uuid and part.person_id = person.id)
       and not ($4::boolean and exists (select 1 from result_look where leg_id = $1::uuid and person_id = person.id))
     order by name_en, person.id`,
    [of?.legId ?? null, JUDGING, onlyPersonId, of?.blind ?? false],
  );
  const fit: typeof people = [];
  for (const one of people) {
    const scope = scopeOf('scorecards.judge', await heldNow(tx, one.personId), one.personId);
    if (of === null ? scope.kind !== 'none' : leg && reaches(scope, leg)) fit.push(one);
  }
  return fit;
}
