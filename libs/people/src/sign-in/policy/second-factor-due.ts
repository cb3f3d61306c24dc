import { type EntityManager } from 'typeorm';

/**
 * When the days of grace of `account` are over: the earliest of its roles that need a second factor by the rules (`rules`), counted from the
 * later of rule and role; null where none of its roles needs one.
 */
export const SECOND_FACTOR_DUE = `
  case when rules.required_since <> '{}' then (
    select min(greatest((rules.required_since ->> held.role)::timestamptz, given.created_at)) + make_interval(days => rules.grace_days)
    from role_in_force held join role_assignment given on given.id = held.id
    where held.account_id = account.id and rules.required_since ->> held.role is not null) end`;

const OWES = `
  select exists (select 1 from second_factor where account_id = account.id and confirmed_at is not null)
    or not $2 and exists (select 1 from passkey where account_id = account.id) and ${SECOND_FACTOR_DUE} is not null as owes
  from account cross join sign_in_policy_in_force rules where account.id = $1`;

/**
 * Does a session that is about to begin owe a second step? An account with an authenticator always does; one with passkeys, where its roles need
 * a second factor: there a password alone is not enough. The account stays locked, so that none is added between this and the session.
 * @param provedTwice the company's identity provider said that it asked for a second factor
 */
export async function requiresSecondStep(tx: EntityManager, accountId: string, provedTwice: boolean): Promise<boolean> {
  await tx.query('select 1 from account where id = $1 for no key update', [accountId]);
  const [row]: { owes: boolean }[] = await tx.query(OWES, [accountId, provedTwice]);
  return row?.owes ?? false;
}

/** Does a role of the account need a second factor, whether its days of grace are over or not, and also where it waits for a second person? */
export async function needsSecondFactor(tx: EntityManager, accountId: string): Promise<boolean> {
  const [row]: { needs: boolean }[] = await tx.query(
    `select exists (select 1 from role_assignment cross join sign_in_policy_in_force rules
                    where account_id = $1 and rules.required_since ->> role is not null) as needs`,
    [accountId],
  );
  return row?.needs ?? false;
}

/** Do roles of the absent person take a second factor by now, of which the deputy's session had none? */
export async function lacksSecondFactorOf(
  tx: EntityManager,
  { sessionId, absentPersonId, now }: { sessionId: string; absentPersonId: string; now: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from session cross join account cross join sign_in_policy_in_force rules
     where session.id = $1 and account.person_id = $2 and ${SECOND_FACTOR_DUE} <= $3
       and session.passkey_at is null and not session.provider_second_factor
       and not exists (select 1 from second_factor where account_id = session.account_id and confirmed_at is not null)`,
    [sessionId, absentPersonId, now],
  );
  return rows.length > 0;
}
