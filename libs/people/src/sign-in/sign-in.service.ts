import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { Account } from '../person.entity.js';
import { SignInDelay } from '../session.entity.js';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';
import { addressDelaySeconds, countingFailures, delaySeconds } from './sign-in-delay.rules.js';

/** Rows of an address itself; no name begins with a space. */
const WHOLE_ADDRESS = ' address';
const JOURNALLED = ' journalled';
/** What anybody may cause without an account is journalled once in this time. */
const JOURNALLED_EVERY_MS = 60 * 1000;
/** Long after every delay is over. */
const KEPT_MS = 24 * 60 * 60 * 1000;

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
      await this.noteRefusal(account, 'delayed', address);
      return { allowed: false, reason: 'delayed', seconds: waitSeconds };
    }
    const matches = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!account || !matches || account.disabledAt) {
      await this.noteRefusal(account, matches ? 'disabled' : 'wrong_credentials', address);
      return { allowed: false, reason: 'wrong_credentials' };
    }
    return this.open(account, username, address);
  }

  /** Forgets delays that ended more than a day ago. @returns how many */
  async sweepDelays(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    const { affected } = await this.source.manager.delete(SignInDelay, { delayedUntil: LessThan(before) });
    return affected ?? 0;
  }

  async signOut(sessionId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.sessions.end(tx, sessionId);
      await this.journal.append(tx, 'account.signed_out', {}, { actorPersonId: personId });
    });
  }

  /**
   * Counts the try as failed, for the name and for the address, before the password is looked at: a hundred guesses sent at once wait for
   * each other here. A name's row is always locked before its address's.
   * @returns seconds still to wait, or 0 when this try may go on
   */
  private async takeTurn(username: string, address: string): Promise<number> {
    return this.source.transaction(async (tx) => {
      const asked = this.clock.now();
      const ofName = await lockDelay(tx, { username, address }, asked);
      const ofAddress = await lockDelay(tx, { username: WHOLE_ADDRESS, address }, asked);
      // Whoever went before has written its own later moment there.
      const now = this.clock.now();
      const waitMs = Math.max(ofName.delayedUntil.getTime(), ofAddress.delayedUntil.getTime()) - now.getTime();
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      await countFailure(tx, ofName, now, delaySeconds);
      await countFailure(tx, ofAddress, now, addressDelaySeconds);
      return 0;
    });
  }

  private async open(account: Account, username: string, address: string): Promise<SignIn> {
    return this.source.transaction(async (tx) => {
      await tx.delete(SignInDelay, { username, address });
      // Only this try is taken back: an account of one's own is no way to go on guessing at others.
      await tx.decrement(SignInDelay, { username: WHOLE_ADDRESS, address }, 'failures', 1);
      const session = await this.sessions.start(tx, account.id);
      await this.journal.append(tx, 'account.signed_in', {}, { actorPersonId: account.personId });
      return { allowed: true as const, ...session };
    });
  }

  /** Refusals that cost nobody a try, of nobody's account or during a delay, are journalled once a minute for each address. */
  private async noteRefusal(account: Account | null, reason: Refusal, address: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const unbounded = !account || reason === 'delayed';
      if (unbounded && !(await this.isJournalTurn(tx, `${JOURNALLED} ${account?.username ?? ''}`, address))) return;
      await this.journal.append(
        tx,
        'account.sign_in_refused',
        { reason },
        { actorPersonId: account?.personId ?? null },
      );
    });
  }

  private async isJournalTurn(tx: EntityManager, username: string, address: string): Promise<boolean> {
    const now = this.clock.now();
    const rows: unknown[] = await tx.query(
      `insert into sign_in_delay (username, address, failures, delayed_until) values ($1, $2, 0, $3)
       on conflict (username, address) do update set delayed_until = excluded.delayed_until
       where sign_in_delay.delayed_until <= $4 returning username`,
      [username, address, new Date(now.getTime() + JOURNALLED_EVERY_MS), now],
    );
    return rows.length > 0;
  }
}

type Refusal = 'wrong_credentials' | 'disabled' | 'delayed';

async function lockDelay(tx: EntityManager, key: Pick<SignInDelay, 'username' | 'address'>, now: Date) {
  const fresh = { ...key, failures: 0, delayedUntil: now };
  await tx.createQueryBuilder().insert().into(SignInDelay).values(fresh).orIgnore().execute();
  return tx.findOneOrFail(SignInDelay, { where: key, lock: { mode: 'pessimistic_write' } });
}

async function countFailure(
  tx: EntityManager,
  row: SignInDelay,
  now: Date,
  secondsAfter: (failures: number) => number,
): Promise<void> {
  const { username, address } = row;
  const failures = countingFailures(row, now) + 1;
  const delayedUntil = new Date(now.getTime() + secondsAfter(failures) * 1000);
  await tx.update(SignInDelay, { username, address }, { failures, delayedUntil });
}
