/** Two decisions of one person count as two only this far apart, and only in a small house (`eyes_suffice` of the database says the same). */
export const BETWEEN_DECISIONS_MS = 24 * 3_600_000;

/** A side of a decision that takes two. */
export interface Side {
  /** null: not by a person, as of what came with the product. */
  personId: string | null;
  at: Date;
}

export type TwoPeople =
  | { suffice: true; byOnePerson: boolean }
  | { suffice: false; reason: 'needs_another' }
  /** In a small house: from when the same person may decide. */
  | { suffice: false; reason: 'needs_a_day'; from: Date };

/**
 * Whether two sides are eyes enough: two persons, or in a small house one person a day later.
 * @param small whether a small house is in force when the second decides
 */
export function twoPeopleSuffice(first: Side, second: Side, small: boolean): TwoPeople {
  if (first.personId === null || second.personId === null || first.personId !== second.personId)
    return { suffice: true, byOnePerson: false };
  if (!small) return { suffice: false, reason: 'needs_another' };
  const from = sameAgainFrom(first.at);
  return second.at >= from ? { suffice: true, byOnePerson: true } : { suffice: false, reason: 'needs_a_day', from };
}

/** From when the person who decided first may decide second, in a small house. */
export const sameAgainFrom = (first: Date): Date => new Date(first.getTime() + BETWEEN_DECISIONS_MS);

/** What the journal says of a decision: nothing where two persons took it. @param eyes false: nothing that takes two was decided */
export const markOf = (eyes: { byOnePerson: boolean } | false): { byOnePerson?: true } =>
  eyes && eyes.byOnePerson ? { byOnePerson: true } : {};
