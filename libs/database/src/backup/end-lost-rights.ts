import { type EntityManager } from 'typeorm';
import { type JournalService } from '#journal';
import { type LostDecision } from './since-backup.js';

/** Rights that had been ended after the backup, ended again in the restored database. */
export interface LostRights {
  readonly accounts: number;
  readonly roles: number;
  readonly standingGrants: number;
  /** What would have taken the last person who manages people: it stays, and a person has to see to it. */
  readonly kept: number;
}

/** What the journal of after a backup leaves, by what it is about. */
interface Ended {
  /** Accounts that were closed, with the persons who left. */
  readonly accounts: Set<string>;
  readonly persons: Map<string, Date>;
  readonly roles: Map<string, RoleEnded>;
  readonly grants: Map<string, { at: Date; by: string | null }>;
}
interface RoleEnded {
  accountId: string;
  role: string;
  teamId: string | null;
  clientId: string | null;
}

/**
 * Ends what a surviving journal says was ended after the backup: accounts of leavers, roles that were taken away, standing grants that were
 * revoked. An account that was closed stays closed even where it was opened again since: its password in the backup is the one of before. A role
 * that was given again since stays, as two people said so. Who ended it then is named in the journal that survived; the restored one says
 * that it was ended by the restore.
 */
export async function endLostRights(
  tx: EntityManager,
  journal: JournalService,
  decisions: AsyncIterable<LostDecision>,
): Promise<LostRights> {
  const ended = await readEnded(decisions);
  const grants = await endGrants(tx, journal, ended);
  const roles = await endRoles(tx, journal, ended);
  const accounts = await closeAccounts(tx, journal, ended);
  return { accounts: accounts.ended, roles: roles.ended, standingGrants: grants, kept: accounts.kept + roles.kept };
}

async function readEnded(decisions: AsyncIterable<LostDecision>): Promise<Ended> {
  const ended: Ended = { accounts: new Set(), persons: new Map(), roles: new Map(), grants: new Map() };
  for await (const { event, at, actorPersonId, details } of decisions) {
    const id = (name: string) => (typeof details[name] === 'string' ? details[name] : null);
    const role = {
      ...{ accountId: id('accountId') ?? '', role: id('role') ?? '' },
      ...{ teamId: id('teamId'), clientId: id('clientId') },
    };
    if (event === 'account.closed' && id('accountId')) ended.accounts.add(id('accountId')!);
    if (event === 'person.left' && id('personId')) ended.persons.set(id('personId')!, at);
    if (event === 'person.returned' && id('personId')) ended.persons.delete(id('personId')!);
    if (event === 'role.removed') ended.roles.set(keyOf(role), role);
    if (event === 'role.granted') ended.roles.delete(keyOf(role));
    if (event === 'grant.revoked' && id('grantId')) ended.grants.set(id('grantId')!, { at, by: actorPersonId });
  }
  return ended;
}

const keyOf = ({ accountId, role, teamId, clientId }: RoleEnded): string =>
  [accountId, role, teamId ?? '', clientId ?? ''].join(' ');

/** Shown beside the grant on the screen. */
const REASON = '备份之后已撤销，恢复时再次结束 · Revoked after the backup, and ended again when it was restored';

async function endGrants(tx: EntityManager, journal: JournalService, { grants }: Ended): Promise<number> {
  let count = 0;
  for (const [grantId, { at, by }] of grants) {
    const [rows]: [unknown[], number] = await tx.query(
      `update standing_grant set revoked_at = $2, revoked_by_person_id = (select id from person where id = $3), revoked_reason = $4
       where id = $1 and revoked_at is null returning id`,
      [grantId, at, by, REASON],
    );
    if (rows.length === 0) continue;
    count += 1;
    await journal.append(tx, 'grant.revoked', { grantId });
  }
  return count;
}

async function endRoles(tx: EntityManager, journal: JournalService, { roles }: Ended) {
  const done = { ended: 0, kept: 0 };
  for (const { accountId, role, teamId, clientId } of roles.values()) {
    const [rows]: [unknown[], number] = await tx.query(
      `delete from role_assignment where account_id = $1 and role = $2 and team_id is not distinct from $3 and client_id is not distinct from $4
         and (role <> 'administrator' or ${ANOTHER_ADMINISTRATOR}) returning id`,
      [accountId, role, teamId, clientId],
    );
    const still: unknown[] = await tx.query('select 1 from role_assignment where account_id = $1 and role = $2', [
      accountId,
      role,
    ]);
    if (rows.length > 0) {
      done.ended += 1;
      await journal.append(tx, 'role.removed', { accountId, role, teamId, clientId });
    } else if (role === 'administrator' && still.length > 0) done.kept += 1;
  }
  return done;
}

async function closeAccounts(tx: EntityManager, journal: JournalService, { accounts, persons }: Ended) {
  const done = { ended: 0, kept: 0 };
  for (const accountId of accounts) {
    const [rows]: [{ person_id: string }[], number] = await tx.query(
      `update account set disabled_at = now() where id = $1 and disabled_at is null and ${ANOTHER_ADMINISTRATOR} returning person_id`,
      [accountId],
    );
    const [open]: { open: boolean }[] = await tx.query(
      'select exists (select from account where id = $1 and disabled_at is null) as open',
      [accountId],
    );
    if (open?.open) done.kept += 1;
    if (!rows[0]) continue;
    done.ended += 1;
    const { person_id: personId } = rows[0];
    await journal.append(tx, 'account.closed', { accountId });
    const leftAt = persons.get(personId);
    if (leftAt) await tx.query('update person set left_at = $2 where id = $1 and left_at is null', [personId, leftAt]);
  }
  return done;
}

/** A person other than the owner of account `$1` who manages people of the whole company. */
const ANOTHER_ADMINISTRATOR = `exists (
  select from role_assignment other join account held on held.id = other.account_id
  where other.role = 'administrator' and other.team_id is null and other.client_id is null and held.disabled_at is null and other.account_id <> $1)`;
