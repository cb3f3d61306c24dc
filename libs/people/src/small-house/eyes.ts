import { DateTime } from 'luxon';
import { type EntityManager } from 'typeorm';
import { type DomainError } from '#platform';
import { Company } from '../organisation.entity.js';
import { peopleRefusals } from '../refusals.js';
import { twoPeopleSuffice, type Side } from './eyes.rules.js';

/** Whether a small house is in force at a moment. */
export async function isSmallHouse(tx: EntityManager, moment: Date): Promise<boolean> {
  const [row]: { small: boolean }[] = await tx.query('select small_house_at($1) as small', [moment]);
  return row?.small ?? false;
}

/** Whether two people count as one approver: the same person, or people whose access was granted by one person alone (`by_one_person`). */
export async function areOfOnePerson(
  tx: EntityManager,
  first: string | null,
  second: { personId: string | null; at: Date | null },
): Promise<boolean> {
  const [row]: { one: boolean }[] = await tx.query('select by_one_person($1, $2, $3) as one', [
    ...[first, second.personId, second.at],
  ]);
  return row?.one ?? false;
}

/** The versions that one person proposed and decided, or two who are one in that. */
export async function versionsOfOnePerson(
  tx: EntityManager,
  rows: readonly {
    version: number;
    proposedByPersonId: string | null;
    decidedByPersonId: string | null;
    decidedAt: Date | null;
  }[],
): Promise<Set<number>> {
  const found = new Set<number>();
  for (const { version, proposedByPersonId, decidedByPersonId, decidedAt } of rows)
    if (await areOfOnePerson(tx, proposedByPersonId, { personId: decidedByPersonId, at: decidedAt }))
      found.add(version);
  return found;
}

/**
 * Asks that a decision is of two persons, or in a small house of one person a day later.
 * @param another says that it takes another person, where no small house is in force
 * @returns whether both sides count as one person, for the journal
 * @throws DomainError as `another`, or `needs_a_day`
 */
export async function assertTwoPeople(
  tx: EntityManager,
  first: Side,
  second: Side,
  another: () => DomainError,
): Promise<{ byOnePerson: boolean }> {
  const same = first.personId !== null && first.personId === second.personId;
  const eyes = twoPeopleSuffice(first, second, same && (await isSmallHouse(tx, second.at)));
  if (eyes.suffice) {
    return { byOnePerson: eyes.byOnePerson || (await areOfOnePerson(tx, first.personId, second)) };
  }
  if (eyes.reason === 'needs_another') throw another();
  throw await needsADay(tx, eyes.from);
}

/** Says from when the same person may decide, by the site's clocks. */
export async function needsADay(tx: EntityManager, from: Date): Promise<DomainError> {
  const company = await tx.findOneBy(Company, { id: 1 });
  return peopleRefusals.needs_a_day(clockOf(from, company?.profile.timeZone ?? 'UTC'));
}

/** A minute by the site's clocks, rounded up: what is said to be possible then is. */
const clockOf = (moment: Date, zone: string): string =>
  DateTime.fromMillis(Math.ceil(moment.getTime() / 60_000) * 60_000, { zone }).toFormat("yyyy-MM-dd HH:mm '('z')'");
