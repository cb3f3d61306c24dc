import { plainReach, sameReach, type RoleReach } from '../roles/reach.rules.js';

/** What a group means here. */
export interface Mapped extends RoleReach {
  id: string;
  groupName: string;
}

/** A proposal that was made because of a group. */
export interface Earlier extends RoleReach {
  id: string;
  groupRoleId: string;
  state: 'waiting' | 'approved' | 'refused' | 'withdrawn';
}

export interface GroupChanges<M extends Mapped> {
  /** To be proposed now. */
  propose: M[];
  /** Waiting proposals whose group the person has left. */
  withdraw: string[];
  /** Roles that a group gave, and that none of the person's groups would give now. */
  remove: RoleReach[];
}

/**
 * What a person's groups change when they sign in. A role that was refused is not proposed again by the same set-up: a person decided that.
 * What no group gave is never touched.
 */
export function groupChanges<M extends Mapped>({
  groups,
  mapped,
  earlier,
  held,
}: {
  groups: readonly string[];
  mapped: readonly M[];
  earlier: readonly Earlier[];
  held: readonly RoleReach[];
}): GroupChanges<M> {
  const meant = mapped.filter(({ groupName }) => groups.includes(groupName)).map(plainReach);
  const still = (reach: RoleReach) => meant.some((one) => sameReach(one, reach));
  const settled = (one: Mapped) =>
    earlier.some((before) => before.groupRoleId === one.id && ['waiting', 'refused'].includes(before.state));
  const propose = meant
    .filter((one) => !held.some((reach) => sameReach(reach, one)) && !settled(one))
    .filter((one, i, all) => all.findIndex((other) => sameReach(other, one)) === i);
  const gone = earlier.filter((one) => !still(one));
  return {
    propose,
    withdraw: gone.filter(({ state }) => state === 'waiting').map(({ id }) => id),
    remove: held.filter((reach) => gone.some((one) => one.state === 'approved' && sameReach(one, reach))),
  };
}
