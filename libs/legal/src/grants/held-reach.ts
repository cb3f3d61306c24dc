import { type EntityManager } from 'typeorm';
import { type Permission } from '#contracts';
import { scopeOf, type HeldRole } from '#people';
import { DomainError } from '#platform';
import { type GrantReach } from './grant.rules.js';

const HELD = `
  select role, reach.team_id as "teamId", given.client_id as "clientId"
  from role_in_force given
  cross join lateral (
    select given.team_id where given.client_id is null
    union all select team.id from team where team.client_id = given.client_id) reach (team_id)
  where given.person_id = $1`;

/** How far somebody's right over grants reaches. */
export function grantReach(permission: Permission, held: readonly HeldRole[], personId: string): GrantReach {
  const scope = scopeOf(permission, held, personId);
  if (scope.kind === 'all') return { within: null, clients: [] };
  return { within: scope.kind === 'none' ? [] : scope.teamIds, clients: [] };
}

/** How far the right of who proposed reaches at this moment: people leave, and lose roles. @throws DomainError `proposer_gone` */
export async function proposerReach(tx: EntityManager, personId: string): Promise<GrantReach> {
  const held: HeldRole[] = await tx.query(HELD, [personId]);
  if (scopeOf('grants.propose', held, personId).kind === 'none')
    throw new DomainError('proposer_gone', 'conflict', {
      zh: '提出的人已不再有这项权限，不能再发布。请拒绝，由有权限的同事重新提出。',
      en: 'Who proposed this does not hold the right to any more. Refuse it, and have a colleague who does propose it again.',
    });
  return grantReach('grants.propose', held, personId);
}
