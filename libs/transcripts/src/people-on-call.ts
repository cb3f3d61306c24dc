import type { EntityManager } from 'typeorm';
import type { ExpectedPerson } from './engines/index.js';

/** More people than this take no part in one call, and each makes recognition slower. */
export const MOST_PEOPLE = 4;

/** Who may be named in a leg: its agent, and those whom the call was put through to or came from, nearest first. */
export async function peopleOnCall(manager: EntityManager, legId: string): Promise<ExpectedPerson[]> {
  const rows: { name_zh: string; name_en: string; staff_number: string }[] = await manager.query(
    `select person.name_zh, person.name_en, person.staff_number
     from leg own join leg other on other.call_id = own.call_id join person on person.id = other.person_id
     where own.id = $1
     group by person.id
     order by min(abs(other.position - own.position)), min(other.position)
     limit ${MOST_PEOPLE}`,
    [legId],
  );
  return rows.map((row) => ({ zh: row.name_zh, en: row.name_en, staffNumber: row.staff_number }));
}
