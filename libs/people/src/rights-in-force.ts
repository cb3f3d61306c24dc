import { type EntityManager } from 'typeorm';
import { type Permission } from '#contracts';
import { reachOf, scopeOf, type HeldRole, type RightReach } from './permissions.rules.js';
import { peopleRefusals } from './refusals.js';

const HELD = `
  select role, reach.team_id as "teamId", given.client_id as "clientId" from role_in_force given
  cross join lateral (
    select given.team_id where given.client_id is null
    union all select team.id from team where team.client_id = given.client_id) reach (team_id)
  where person_id = $1`;

/** What a person who is not asking themselves holds at this moment, through all their accounts; a role for a client is one for each of its teams. */
export const heldNow = (tx: EntityManager, personId: string): Promise<HeldRole[]> => tx.query(HELD, [personId]);

/**
 * How far a right of a person reaches at this moment, through all their accounts. Asked about people who are not asking themselves: who proposed
 * what another decides now. People leave, lose roles and are suspended in between.
 * @throws DomainError `proposer_gone` where they do not hold it any more
 */
export async function assertHeld(tx: EntityManager, personId: string, permission: Permission): Promise<RightReach> {
  const held = await heldNow(tx, personId);
  if (scopeOf(permission, held, personId).kind === 'none') throw peopleRefusals.proposer_gone();
  return reachOf(permission, held, personId);
}

/** The same for what concerns the whole company. @throws DomainError `proposer_gone` */
export async function assertHeldForAll(tx: EntityManager, personId: string, permission: Permission): Promise<void> {
  if ((await assertHeld(tx, personId, permission)).within !== null) throw peopleRefusals.proposer_gone();
}
