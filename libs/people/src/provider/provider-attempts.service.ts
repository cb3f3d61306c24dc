import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { type ProviderPurpose } from '#contracts';
import { Clock, newId } from '#platform';
import { peopleRefusals } from '../refusals.js';
import { ProviderAttempt } from './provider-attempt.entity.js';

/** Long enough to sign in there with a second factor. */
export const ATTEMPT_MS = 10 * 60 * 1000;

/** What one attempt is told apart by: all of it follows from the secret in the browser's cookie. */
export interface Marks {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider named, as it is kept between two requests. */
interface NamedThere {
  issuer: string;
  subject: string;
  sid: string | null;
  secondFactor: boolean;
}

/** A refresh token at rest. */
export type Sealed = Pick<ProviderAttempt, 'wrappedKey' | 'keyVersion' | 'sealed'>;

/** Browsers on their way to the identity provider and back. Each comes back once. */
@Injectable()
export class ProviderAttempts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns the secret for the browser's cookie; only its hash is kept */
  async begin(purpose: ProviderPurpose, sessionId: string | null): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const createdAt = this.clock.now();
    // Those that hold a token wait for the sweep, which gives it back.
    await this.source.manager.delete(ProviderAttempt, { expiresAt: LessThan(createdAt), sealed: IsNull() });
    await this.source.manager.insert(ProviderAttempt, {
      ...{ id: newId(), browserHash: hashOf(secret), purpose, sessionId, createdAt },
      ...{ expiresAt: new Date(createdAt.getTime() + ATTEMPT_MS), issuer: null, subject: null, providerSid: null },
    });
    return secret;
  }

  /** Takes an attempt that has not come back yet: it is over afterwards, whatever the answer is. @throws DomainError `provider_attempt_over` */
  async take(secret: string | null): Promise<ProviderAttempt> {
    if (secret === null) throw peopleRefusals.provider_attempt_over();
    return this.source.transaction(async (tx) => {
      const attempt = await this.find(tx, secret, false);
      await tx.delete(ProviderAttempt, { id: attempt.id });
      return attempt;
    });
  }

  /** Keeps whom the provider named, for an invitation that the person may have. */
  async keep(attempt: ProviderAttempt, named: NamedThere, token: Sealed | null): Promise<void> {
    const { issuer, subject, sid: providerSid, secondFactor } = named;
    const expiresAt = new Date(this.clock.now().getTime() + ATTEMPT_MS);
    await this.source.manager.insert(ProviderAttempt, {
      ...attempt,
      ...{ issuer, subject, providerSid, secondFactor, expiresAt },
      ...token,
    });
  }

  /** Takes the person whom the provider named, within the transaction of what they do. @throws DomainError `provider_attempt_over` */
  async takeNamed(tx: EntityManager, secret: string | null): Promise<NamedThere & { attempt: ProviderAttempt }> {
    if (secret === null) throw peopleRefusals.provider_attempt_over();
    const attempt = await this.find(tx, secret, true);
    const { id, issuer, subject, providerSid: sid, secondFactor } = attempt;
    await tx.delete(ProviderAttempt, { id });
    return { issuer: issuer ?? '', subject: subject ?? '', sid, secondFactor, attempt };
  }

  private async find(tx: EntityManager, secret: string, named: boolean): Promise<ProviderAttempt> {
    const where = { browserHash: hashOf(secret), expiresAt: MoreThan(this.clock.now()) };
    const attempt = await tx.findOne(ProviderAttempt, { where, lock: { mode: 'pessimistic_write' } });
    if (!attempt || (attempt.issuer !== null) !== named) throw peopleRefusals.provider_attempt_over();
    return attempt;
  }
}

const digest = (text: string) => createHash('sha256').update(text);
const hashOf = (secret: string): string => digest(secret).digest('hex');

export function marksOf(secret: string): Marks {
  const mark = (name: string) => digest(`${name} ${secret}`).digest('base64url');
  return { state: mark('state'), nonce: mark('nonce'), verifier: mark('verifier') };
}
