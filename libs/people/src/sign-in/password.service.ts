import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { type EntityManager } from 'typeorm';
import { peopleRefusals } from '../refusals.js';
import { SignInRules } from './policy/sign-in-rules.service.js';
import { passwordProblem } from './password-policy.rules.js';

/** argon2id (the package's default algorithm) with OWASP's minimum of memory and passes; hashing runs in the thread pool. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

@Injectable()
export class PasswordService {
  private decoy: Promise<string> | undefined;

  constructor(private readonly rules: SignInRules) {}

  /** By the rules that hold now, read within the transaction of who waits for it. @throws DomainError `password_refused` */
  async hash(
    password: string,
    context: { username: string; companyWords: readonly string[] },
    tx?: EntityManager,
  ): Promise<string> {
    const { passwordLength, passwordKinds } = await this.rules.current(tx);
    const problem = passwordProblem(password, { ...context, passwordLength, passwordKinds });
    if (problem === 'too_short') throw peopleRefusals.password_too_short(passwordLength);
    if (problem === 'too_plain') throw peopleRefusals.password_too_plain(passwordKinds);
    if (problem) throw peopleRefusals[`password_${problem}`]();
    return hash(password, COST);
  }

  /** An account that does not exist costs the same work, so that the time taken tells nothing. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(storedHash ?? (await this.decoyHash()), password);
    return matches && storedHash !== null;
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= hash('no account has this password', COST));
  }
}
