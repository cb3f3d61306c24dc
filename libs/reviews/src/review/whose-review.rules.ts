/** Who wrote a review, and in whose place. */
export interface Written {
  readonly authorPersonId: string | null;
  readonly forPersonId?: string | null;
}

/**
 * Whether a review is this person's: they wrote it, or a deputy did in their place. What a deputy wrote as themselves is not the review of the person
 * for whom they act now.
 */
export const isTheirs = ({ authorPersonId, forPersonId = null }: Written, personId: string): boolean =>
  personId === authorPersonId || personId === forPersonId;
