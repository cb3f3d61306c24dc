import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { Account } from '../person.entity.js';
import { SignInDelay } from '../session.entity.js';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';
import { countingFailures, delaySeconds } from './sign-in-delay.rules.js';

export interface Credentials {
  username: string;
  password: string;
  /** Where the request came from; a guesser is slowed without locking the owner out elsewhere. */
  address: string;
}

/** `wrong_credentials` also covers a disabled account: whoever asks learns nothing about who exists. */
export type SignIn =
  | { allowed: true; token: string; sessionId: string }
  | { allowed: false; reason: 'wrong_credentials' }
  | { allowed: false; reason: 'delayed'; seconds: number };

@Injectable()
export class SignInService {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async signIn({ username: given, password, address }: Credentials): Promise<SignIn> {
    const username = given.trim().toLowerCase();
    const account = await this.source.manager.findOneBy(Account, { username });
    const waitSeconds = await this.takeTurn(username, address);
    if (waitSeconds > 0) {
      await this.noteRefusal(account, 'delayed');
      return { allowed: false, reason: 'delayed', seconds: waitSeconds };
    }
    const matches = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!account || !matches || account.disabledAt) {
      await this.noteRefusal(account, matches ? 'disabled' : 'wrong_credentials');
      return { allowed: false, reason: 'wrong_credentials' };
    }
    return this.open(account, username, address);
  }

  async signOut(sessionId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.sessions.end(tx, sessionId);
      await this.journal.append(tx, 'account.signed_out', {}, { actorPersonId: personId });
    });
  }

  /**
   * Counts the try as failed before the password is looked at: a hundred guesses sent at once wait for each other here.
   * @returns seconds still to wait, or 0 when this try may go on
   */
  private async takeTurn(username: string, address: string): Promise<number> {
    const now = this.clock.now();
    return this.source.transaction(async (tx) => {
      await tx
        .createQueryBuilder()
        .insert()
        .into(SignInDelay)
        .values({ username, address, failures: 0, delayedUntil: now })
        .orIgnore()
        .execute();
      const row = await tx.findOneOrFail(SignInDelay, {
        where: { username, address },
        lock: { mode: 'pessimistic_write' },
      });
      const waitMs = row.delayedUntil.getTime() - now.getTime();
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      const failures = countingFailures(row, now) + 1;
      const delayedUntil = new Date(now.getTime() + delaySeconds(failures) * 1000);
      await tx.update(SignInDelay, { username, address }, { failures, delayedUntil });
      return 0;
    });
  }

  private async open(account: Account, username: string, address: string): Promise<SignIn> {
    return this.source.transaction(async (tx) => {
      await tx.delete(SignInDelay, { username, address });
      const session = await this.sessions.start(tx, account.id);
      await this.journal.append(tx, 'account.signed_in', {}, { actorPersonId: account.personId });
      return { allowed: true as const, ...session };
    });
  }

  private async noteRefusal(account: Account | null, reason: 'wrong_credentials' | 'disabled' | 'delayed') {
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'account.sign_in_refused', { reason }, { actorPersonId: account?.personId ?? null }),
    );
  }
}
