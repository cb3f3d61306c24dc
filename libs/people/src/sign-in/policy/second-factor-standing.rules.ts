/** How a session stands with the rule that a role needs a second factor. */
export interface SecondFactorStanding {
  /** From when on a sign-in leads to setting one up; null: not needed, or there. */
  due: Date | null;
  /** Does it come before everything else? */
  setUpFirst: boolean;
}

/**
 * A session that began before the days of grace were over goes on: what a person is doing is not interrupted, and the next sign-in leads there.
 * @param due when the days of grace are over; null where no role of the account needs one
 * @param has an authenticator, a passkey, or a second factor of which the identity provider spoke at this sign-in
 */
export function secondFactorStanding({
  due,
  startedAt,
  has,
}: {
  due: Date | null;
  startedAt: Date;
  has: boolean;
}): SecondFactorStanding {
  if (due === null || has) return { due: null, setUpFirst: false };
  return { due, setUpFirst: startedAt >= due };
}
