import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Account } from '../person.entity.js';
import { type Origin } from './device.rules.js';
import { KnownDevices } from './devices/known-devices.service.js';
import { requiresSecondStep } from './policy/second-factor-due.js';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';
import { SignInTurns, type Guess } from './turns.service.js';

export interface Credentials extends Origin {
  username: string;
  password: string;
  /** Where the request came from; a guesser is slowed without locking the owner out elsewhere. */
  address: string;
}

/** `wrong_credentials` also covers a disabled account: the answer does not tell which accounts exist. */
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
    private readonly turns: SignInTurns,
    private readonly devices: KnownDevices,
  ) {}

  /** Looks at name and password. Where the account has a second factor, the session that starts owes its code (`pending`). */
  async signIn({ username: given, password, ...origin }: Credentials): Promise<SignIn> {
    const username = given.trim().toLowerCase();
    const account = await this.source.manager.findOneBy(Account, { username });
    const device = await this.devices.known(origin.deviceToken, account?.id);
    const guess: Guess = { kind: 'password', username, address: origin.address, device };
    const waitSeconds = await this.turns.take(guess);
    if (waitSeconds > 0) {
      await this.noteRefusal(account, 'delayed', guess);
      return { allowed: false, reason: 'delayed', seconds: waitSeconds };
    }
    const matches = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!account || !matches || account.disabledAt) {
      await this.noteRefusal(account, matches ? 'disabled' : 'wrong_credentials', guess);
      return { allowed: false, reason: 'wrong_credentials' };
    }
    return this.open(account, guess, origin);
  }

  /** Forgets delays that are long over, devices that were not used, and what sessions that ran out say of their devices. @returns how many */
  async sweep(): Promise<number> {
    return (await this.turns.sweep()) + (await this.sessions.sweep()) + (await this.devices.sweep());
  }

  async signOut(sessionId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.sessions.end(tx, sessionId);
      await this.journal.append(tx, 'account.signed_out', {}, { actorPersonId: personId });
    });
  }

  private async open({ id: accountId, personId }: Account, guess: Guess, origin: Origin): Promise<SignIn> {
    return this.source.transaction(async (tx) => {
      const owed = await requiresSecondStep(tx, accountId, false);
      await this.turns.forgive(tx, guess);
      const session = await this.sessions.start(tx, accountId, { origin, owes: owed });
      const event = owed ? 'account.second_factor_asked' : 'account.signed_in';
      await this.journal.append(tx, event, {}, { actorPersonId: personId });
      return { allowed: true as const, ...session };
    });
  }

  /** Attempts with unknown names or during a delay do not count against an account; they are journalled once a minute per address. */
  private async noteRefusal(account: Account | null, reason: Refusal, guess: Guess): Promise<void> {
    await this.source.transaction(async (tx) => {
      const unbounded = !account || reason === 'delayed';
      if (unbounded && !(await this.turns.isJournalTurn(tx, account?.username ?? '', guess.address))) return;
      await this.journal.append(
        tx,
        'account.sign_in_refused',
        { reason },
        { actorPersonId: account?.personId ?? null },
      );
      if (account && reason === 'wrong_credentials') await this.noteLock(tx, account, guess);
    });
  }

  private async noteLock(tx: EntityManager, { id: accountId, personId }: Account, guess: Guess): Promise<void> {
    const minutes = await this.turns.lockedNow(tx, guess);
    if (minutes !== null)
      await this.journal.append(tx, 'account.locked', { accountId, minutes }, { actorPersonId: personId });
  }
}

type Refusal = 'wrong_credentials' | 'disabled' | 'delayed';
