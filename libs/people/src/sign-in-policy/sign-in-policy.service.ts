/*
 * What signing in asks of everyone (decision 104)
 *   Every change waits until a second person has agreed, whether it asks for more or for less: less opens the house, more can shut people out.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, Column, Entity, type EntityManager } from 'typeorm';
import { differingRules, roleSchema, type SignInPolicy } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { DecidedVersions, type DecidedKind } from '../decided-versions.js';
import { peopleRefusals } from '../refusals.js';
import { SignInRules } from '../sign-in/policy/sign-in-rules.service.js';
import { SessionService } from '../sign-in/session.service.js';
import { DecidedVersion } from '../decided-version.js';

/** A version of what signing in asks of everyone. It holds once a second person has agreed. */
@Entity('sign_in_policy')
export class SignInPolicyRow extends DecidedVersion {
  @Column('jsonb')
  policy!: SignInPolicy;

  /** By role, since when it needs a second factor. */
  @Column('jsonb')
  requiredSince!: Record<string, string>;
}

/** A policy as it is kept: roles in order. */
export const settledPolicy = (policy: SignInPolicy): SignInPolicy => ({
  ...policy,
  secondFactorRoles: roleSchema.options.filter((role) => policy.secondFactorRoles.includes(role)),
});

/** The same rules, held against the same catalogue. */
export const isSameSignInPolicy = (a: SignInPolicy, b: SignInPolicy): boolean =>
  a.preset === b.preset && differingRules(a, b).length === 0;

/** Since when each role needs a second factor: a role that needed one already keeps its day, so that a later change gives no new grace. */
export function requiredSince(
  policy: SignInPolicy,
  before: Readonly<Record<string, string>>,
  now: Date,
): Record<string, string> {
  return Object.fromEntries(policy.secondFactorRoles.map((role) => [role, before[role] ?? now.toISOString()]));
}

const KIND: DecidedKind<SignInPolicyRow> = {
  entity: SignInPolicyRow,
  lock: 0x51617,
  permission: 'company.manage',
  refusals: {
    changed: peopleRefusals.sign_in_policy_changed,
    waits: peopleRefusals.sign_in_policy_waiting,
    notWaiting: peopleRefusals.sign_in_policy_not_waiting,
    needsAnother: peopleRefusals.policyNeedsAnother,
  },
  events: {
    proposed: () => 'sign_in.change_proposed',
    agreed: 'sign_in.policy_changed',
    refused: 'sign_in.change_refused',
  },
  told: ({ policy }) => policy,
};

@Injectable()
export class SignInPolicyService extends DecidedVersions<SignInPolicyRow> {
  constructor(
    source: DataSource,
    private readonly rules: SignInRules,
    private readonly sessions: SessionService,
    journal: JournalService,
    clock: Clock,
  ) {
    super(KIND, source, journal, clock);
  }

  /**
   * @param version the one that the editor started from
   * @throws DomainError `sign_in_policy_changed` | `sign_in_policy_waiting`
   */
  propose(given: SignInPolicy, version: number, personId: string): Promise<void> {
    const policy = settledPolicy(given);
    return this.add(version, personId, async (tx) => {
      const before = await this.rules.inForce(tx);
      return isSameSignInPolicy(before.policy, policy) ? null : { policy, requiredSince: {} };
    });
  }

  protected async versionInForce(tx: EntityManager): Promise<number> {
    return (await this.rules.inForce(tx)).version;
  }

  protected override async agree(
    tx: EntityManager,
    { policy }: SignInPolicyRow,
    { at }: { at: Date },
  ): Promise<object> {
    const before = await this.rules.inForce(tx);
    await this.sessions.endIdle(tx);
    return { requiredSince: requiredSince(policy, before.requiredSince, at) };
  }
}
