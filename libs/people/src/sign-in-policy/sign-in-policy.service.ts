/*
 * What signing in asks of everyone (decision 104)
 *   Every change waits until a second person has agreed, whether it asks for more or for less: less opens the house, more can shut people out.
 *   One waits at a time; until then, and when it is refused, the version before stays in force.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type SignInPolicy } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { peopleRefusals } from '../refusals.js';
import { assertHeldForAll } from '../rights-in-force.js';
import { SignInPolicyRow } from '../sign-in/policy/sign-in-policy.entity.js';
import { SignInRules } from '../sign-in/policy/sign-in-rules.service.js';
import { SessionService } from '../sign-in/session.service.js';
import { assertEyes } from '../small-house/eyes.js';
import { markOf } from '../small-house/eyes.rules.js';
import { isSameSignInPolicy, requiredSince, settledPolicy } from './sign-in-policy.rules.js';

@Injectable()
export class SignInPolicyService {
  constructor(
    private readonly source: DataSource,
    private readonly rules: SignInRules,
    private readonly sessions: SessionService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The change that waits for a second person. */
  waiting(tx: EntityManager = this.source.manager): Promise<SignInPolicyRow | null> {
    return tx.findOneBy(SignInPolicyRow, { decision: IsNull() });
  }

  /**
   * @param version the one that the editor started from
   * @throws DomainError `sign_in_policy_changed` | `sign_in_policy_waiting`
   */
  async propose(given: SignInPolicy, version: number, personId: string): Promise<void> {
    const policy = settledPolicy(given);
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const before = await this.rules.inForce(tx);
      if (before.version !== version) throw peopleRefusals.sign_in_policy_changed();
      if (isSameSignInPolicy(before.policy, policy)) return;
      if (await this.waiting(tx)) throw peopleRefusals.sign_in_policy_waiting();
      const next = 1 + ((await tx.maximum(SignInPolicyRow, 'version')) ?? 0);
      const proposed = { proposedByPersonId: personId, proposedAt: this.clock.now(), requiredSince: {} };
      await tx.insert(SignInPolicyRow, { version: next, policy, ...proposed });
      const details = { version: next, ...policy };
      await this.journal.append(tx, 'sign_in.change_proposed', details, { actorPersonId: personId });
    });
  }

  /**
   * Agrees to the change that waits, or refuses it; its proposer may only take it back.
   * @throws DomainError `sign_in_policy_not_waiting` | `second_person_needed` | `proposer_gone`
   */
  async decide(version: number, decision: 'agreed' | 'refused', personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const row = await this.waiting(tx);
      if (row?.version !== version) throw peopleRefusals.sign_in_policy_not_waiting();
      const agreed = decision === 'agreed';
      if (agreed) await assertHeldForAll(tx, row.proposedByPersonId as string, 'company.manage');
      const now = this.clock.now();
      const first = { personId: row.proposedByPersonId, at: row.proposedAt };
      const eyes = agreed && (await assertEyes(tx, first, { personId, at: now }, peopleRefusals.policyNeedsAnother));
      const before = await this.rules.inForce(tx);
      if (agreed) await this.sessions.endIdle(tx);
      await tx.update(SignInPolicyRow, version, {
        ...{ decision, decidedByPersonId: personId, decidedAt: now },
        ...(agreed && { requiredSince: requiredSince(row.policy, before.requiredSince, now) }),
      });
      const event = agreed ? 'sign_in.policy_changed' : 'sign_in.change_refused';
      await this.journal.append(tx, event, { version, ...row.policy, ...markOf(eyes) }, { actorPersonId: personId });
    });
  }
}

/** One decides at a time: a version's number and what it is compared with must not move. */
const lock = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock($1)', [0x51617]);
