import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan } from 'typeorm';
import { Clock } from '#platform';
import { peopleRefusals } from '../../refusals.js';
import { PasskeyChallenge } from './passkey.entity.js';

export const CHALLENGE_MS = 5 * 60 * 1000;

export type ChallengePurpose = PasskeyChallenge['purpose'];

/** What authenticators are asked to sign: each once, for one purpose, and where a session asked, for that session. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async give(challenge: string, purpose: ChallengePurpose, sessionId: string | null): Promise<void> {
    const now = this.clock.now();
    await this.source.manager.delete(PasskeyChallenge, { expiresAt: LessThan(now) });
    const expiresAt = new Date(now.getTime() + CHALLENGE_MS);
    await this.source.manager.insert(PasskeyChallenge, {
      ...{ challengeHash: hashOf(challenge), purpose, sessionId, expiresAt },
    });
  }

  /** Takes the challenge that an answer names: it is spent, also where the answer is refused. @throws DomainError `passkey_challenge_over` */
  async take(challenge: string, purpose: ChallengePurpose, sessionId: string | null): Promise<void> {
    const { affected } = await this.source.manager.delete(PasskeyChallenge, {
      challengeHash: hashOf(challenge),
      purpose,
      sessionId: sessionId ?? IsNull(),
      expiresAt: MoreThan(this.clock.now()),
    });
    if (affected !== 1) throw peopleRefusals.passkey_challenge_over();
  }
}

const hashOf = (challenge: string): string => createHash('sha256').update(challenge).digest('hex');
