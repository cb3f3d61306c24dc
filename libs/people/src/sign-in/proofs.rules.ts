import { type ProofKind } from '#contracts';

/** What an account has to prove with. */
export interface Means {
  secondFactor: boolean;
  password: boolean;
  passkey: boolean;
  provider: boolean;
}

/** When a session last proved its user's identity, by each of them. */
export type ProvedAt = Partial<Record<ProofKind, Date | null>>;

/**
 * What is enough for a step-up. An account with a second factor takes a code, or a passkey, which checks its user as strictly: neither a
 * password nor a provider alone is as much. Without one, any of the others.
 */
export function proofsOf({ secondFactor, password, passkey, provider }: Means): ProofKind[] {
  const own: [ProofKind, boolean][] = secondFactor
    ? [
        ['code', true],
        ['passkey', passkey],
      ]
    : [
        ['password', password],
        ['passkey', passkey],
        ['provider', provider],
      ];
  return own.filter(([, has]) => has).map(([kind]) => kind);
}

/** The newest proof that counts; null when there is none. */
export function newestProof(proofs: readonly ProofKind[], at: ProvedAt): Date | null {
  const times = proofs.flatMap((kind) => at[kind]?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.max(...times));
}
