import { type Scope } from '#people';

/** Whose a commitment is, as far as rights go: its owner's team now, and the team in whose call it was made. */
export interface CommitmentPlace {
  ownerPersonId: string;
  offeredToPersonId: string | null;
  teamIds: readonly string[];
}

/** Does a right reach a commitment? Its owner, and a colleague who is asked to take it over, always may know of it. */
export function reachesCommitment(scope: Scope, place: CommitmentPlace, personId: string): boolean {
  if (scope.kind === 'none') return false;
  if (scope.kind === 'all' || place.ownerPersonId === personId || place.offeredToPersonId === personId) return true;
  return place.teamIds.some((id) => scope.teamIds.includes(id));
}
