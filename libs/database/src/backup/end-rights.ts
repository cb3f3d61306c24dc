import { type EntityManager } from 'typeorm';

/** How many rights that may have been used up or taken back since a backup were ended when it was restored. */
export interface EndedRights {
  readonly sessions: number;
  readonly tokens: number;
  readonly invitations: number;
  /** Grants under legal requests. */
  readonly grants: number;
}

/**
 * Ends what a restored database would silently bring back: sessions, API tokens, open invitations, grants under legal requests. A person
 * who still needs one makes it again in a minute. Roles, accounts and standing grants stay, but for those of which a surviving journal says
 * that they were ended (`end-lost-rights.ts`).
 */
export async function endRights(tx: EntityManager): Promise<EndedRights> {
  const ended = async (sql: string): Promise<number> => {
    const [, count]: [unknown, number] = await tx.query(sql);
    return count;
  };
  return {
    sessions: await ended('update session set ended_at = now(), address = null, browser = null where ended_at is null'),
    tokens:
      (await ended('update api_token set revoked_at = now() where revoked_at is null')) +
      (await ended('update service_token set revoked_at = now() where revoked_at is null')),
    invitations: await ended('update invitation set revoked_at = now() where used_at is null and revoked_at is null'),
    // No person revoked them: they are over.
    grants: await ended(
      'update request_grant set expires_at = now(), valid_from = least(valid_from, now()) where expires_at > now() and revoked_at is null',
    ),
  };
}
