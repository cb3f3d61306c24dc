import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type SignInPolicy } from '#contracts';

/** The rules for signing in that hold now, with their number; 0 before the first decision. */
export interface RulesInForce {
  version: number;
  policy: SignInPolicy;
  requiredSince: Record<string, string>;
}

/** Reads the rules for signing in. Changing them: `SignInPolicyService`. */
@Injectable()
export class SignInRules {
  constructor(private readonly source: DataSource) {}

  async inForce(tx: EntityManager = this.source.manager): Promise<RulesInForce> {
    const [row]: RulesInForce[] = await tx.query(
      `select version, policy, required_since as "requiredSince" from sign_in_policy_in_force`,
    );
    return row as RulesInForce;
  }

  async current(tx: EntityManager = this.source.manager): Promise<SignInPolicy> {
    return (await this.inForce(tx)).policy;
  }
}
