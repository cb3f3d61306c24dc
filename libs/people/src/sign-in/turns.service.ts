import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan, type EntityManager } from 'typeorm';
import { Clock } from '#platform';
import { SignInDelay } from '../session.entity.js';
import { SignInRules } from './policy/sign-in-rules.service.js';
import {
  accountDelaySeconds,
  addressDelaySeconds,
  countingFailures,
  delaySeconds,
  lockSeconds,
  type Lock,
} from './sign-in-delay.rules.js';

/** Rows of an address itself; no name begins with a space. */
const WHOLE_ADDRESS = ' address';
const JOURNALLED = ' journalled';
const CODES = ' codes';
const INVITATIONS = ' invitations';
/** Of an account's password, from every place in which it was not signed in before. */
const PASSWORDS = ' passwords';
/** Of an account, from wherever the tries come. */
const LOCK = ' lock';
/** Entries that a stranger without an account can cause are journalled once in this time. */
const JOURNALLED_EVERY_MS = 60 * 1000;
/** Long after every delay is over. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What is guessed at: an account's password, the codes of its second factor, or the code of its invitation. */
export interface Guess {
  kind: 'password' | 'code' | 'invitation';
  username: string;
  address: string;
  /** A place that the account knows, such as a browser in which it was signed in: what fails elsewhere is counted apart. */
  device: string | null;
}

interface Count {
  key: Pick<SignInDelay, 'username' | 'address'>;
  secondsAfter: (failures: number) => number;
  /** Where a wait that is over begins the count again: after so many. */
  startsAgainAfter?: number;
}

/**
 * Slows guessing: a growing delay by (account, address), by address, by account wherever the tries come from, and by the company's rules a lock.
 * A device that the account knows has counts of its own of the last two, so that no stranger keeps a person out there.
 */
@Injectable()
export class SignInTurns {
  constructor(
    private readonly source: DataSource,
    private readonly rules: SignInRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the try as failed before it is looked at: a hundred guesses sent at once wait for each other here. An account's rows are always
   * locked before its address's.
   * @returns seconds still to wait, or 0 when this try may go on
   */
  async take(guess: Guess): Promise<number> {
    return this.source.transaction(async (tx) => {
      const asked = this.clock.now();
      const counts: (Count & { row: SignInDelay })[] = [];
      for (const count of countsOf(guess, await this.lock(tx)))
        counts.push({ ...count, row: await lockDelay(tx, count.key, asked) });
      // The transaction before this one has written its own later moment there.
      const now = this.clock.now();
      const waitMs = Math.max(...counts.map(({ row }) => row.delayedUntil.getTime())) - now.getTime();
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      for (const count of counts) await countFailure(tx, count, now);
      return 0;
    });
  }

  /** The try was right. Of its address only this try is taken back: an account of one's own is no way to go on guessing at others. */
  async forgive(tx: EntityManager, guess: Guess): Promise<void> {
    await tx.delete(SignInDelay, lockKey(guess));
    for (const { key } of countsOf(guess, null)) {
      if (key.username === WHOLE_ADDRESS) await tx.decrement(SignInDelay, key, 'failures', 1);
      else await tx.delete(SignInDelay, key);
    }
  }

  /**
   * Takes away what makes the person wait, from wherever: locks, the delays of their name and of their codes. An invitation's code has let them
   * in, or an administrator lifts the lock. Addresses go on waiting. @returns whether a lock held
   */
  async unlock(tx: EntityManager, username: string): Promise<boolean> {
    const now = this.clock.now();
    let held = false;
    for (const kind of ['password', 'code'] as const) {
      const where = { username: lockOf(kind, username) };
      const rows = await tx.find(SignInDelay, {
        where,
        order: { address: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      held ||= rows.some(({ delayedUntil }) => delayedUntil > now);
      await tx.delete(SignInDelay, where);
    }
    const delays = { username: In([username, codesOf(username), passwordsOf(username)]) };
    // In the order in which `take` locks them: of codes, an address's before the account's.
    await tx.find(SignInDelay, { where: delays, order: { address: 'DESC' }, lock: { mode: 'pessimistic_write' } });
    await tx.delete(SignInDelay, delays);
    return held;
  }

  /** Did the latest try lock the account? @returns for how many minutes; null where it is not locked, or its rules lock none */
  async lockedNow(tx: EntityManager, guess: Guess): Promise<number | null> {
    const lock = await this.lock(tx);
    const row = lock && (await tx.findOneBy(SignInDelay, lockKey(guess)));
    return lock && row && row.failures >= lock.after ? lock.minutes : null;
  }

  private async lock(tx: EntityManager): Promise<Lock | null> {
    const { lockAfter: after, lockMinutes: minutes } = await this.rules.current(tx);
    return after === null ? null : { after, minutes };
  }

  /** May an entry that a stranger can cause be journalled now? Once a minute for each name and address. */
  async isJournalTurn(tx: EntityManager, name: string, address: string): Promise<boolean> {
    const now = this.clock.now();
    const rows: unknown[] = await tx.query(
      `insert into sign_in_delay (username, address, failures, delayed_until) values ($1, $2, 0, $3)
       on conflict (username, address) do update set delayed_until = excluded.delayed_until
       where sign_in_delay.delayed_until <= $4 returning username`,
      [`${JOURNALLED} ${name}`, address, new Date(now.getTime() + JOURNALLED_EVERY_MS), now],
    );
    return rows.length > 0;
  }

  /** Forgets delays that ended more than a day ago. @returns how many */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    const { affected } = await this.source.manager.delete(SignInDelay, { delayedUntil: LessThan(before) });
    return affected ?? 0;
  }
}

/** Apart for codes: who knows the password must not take the count of wrong codes back with it. */
const lockOf = (kind: Guess['kind'], username: string): string => `${LOCK} ${kind} ${username}`;
const lockKey = ({ kind, username, device }: Guess): Count['key'] => ({
  username: lockOf(kind, username),
  address: device ?? '',
});

const codesOf = (username: string): string => `${CODES} ${username}`;
const passwordsOf = (username: string): string => `${PASSWORDS} ${username}`;

/** Until when an account takes no password or no code, as a column; needs `account` in scope, and the present moment in a parameter. */
export const lockedUntil = (now: string): string =>
  `(select max(delayed_until) from sign_in_delay where address = '' and delayed_until > ${now}
    and username in ('${LOCK} password ' || account.username, '${LOCK} code ' || account.username))`;

function countsOf(guess: Guess, lock: Lock | null): Count[] {
  const { kind, username, address, device } = guess;
  const ofAddress = { key: { username: WHOLE_ADDRESS, address }, secondsAfter: addressDelaySeconds };
  // Too long to be guessed from many addresses, so that no stranger makes the invited person wait elsewhere.
  if (kind === 'invitation')
    return [{ key: { username: `${INVITATIONS} ${username}`, address }, secondsAfter: delaySeconds }, ofAddress];
  const locking: Count[] = lock
    ? [
        {
          key: lockKey(guess),
          secondsAfter: (failures) => lockSeconds(failures, lock),
          startsAgainAfter: lock.after,
        },
      ]
    : [];
  // A guesser may have many addresses. Of codes, six digits would not last.
  const everywhere = kind === 'password' ? passwordsOf(username) : codesOf(username);
  return [
    ...locking,
    { key: { username: kind === 'password' ? username : everywhere, address }, secondsAfter: delaySeconds },
    { key: { username: everywhere, address: device ?? '' }, secondsAfter: accountDelaySeconds },
    ofAddress,
  ];
}

/**
 * Makes the row or takes the one that is there, locked, in one statement: between asking and locking, the right password of a person else's
 * try could have removed it.
 */
async function lockDelay(tx: EntityManager, key: Count['key'], now: Date): Promise<SignInDelay> {
  const [row] = await tx.query<[{ failures: number; delayed_until: Date }]>(
    `insert into sign_in_delay (username, address, failures, delayed_until) values ($1, $2, 0, $3)
     on conflict (username, address) do update set failures = sign_in_delay.failures returning failures, delayed_until`,
    [key.username, key.address, now],
  );
  return { ...key, failures: row.failures, delayedUntil: row.delayed_until };
}

async function countFailure(
  tx: EntityManager,
  { row, secondsAfter, startsAgainAfter = Infinity }: Count & { row: SignInDelay },
  now: Date,
): Promise<void> {
  const { username, address } = row;
  const counting = countingFailures(row, now);
  const failures = (counting >= startsAgainAfter ? 0 : counting) + 1;
  const delayedUntil = new Date(now.getTime() + secondsAfter(failures) * 1000);
  await tx.update(SignInDelay, { username, address }, { failures, delayedUntil });
}
