import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan, MoreThan, Not, Or, type EntityManager, type FindOperator } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { type SignInPolicy } from '#contracts';
import { Session } from '../session.entity.js';
import { type Asker } from './asker.js';
import { deviceOf, type Origin } from './device.rules.js';
import { askerOf, SESSION_BY_TOKEN, SESSIONS_BY_ID, WATCHED_WITHIN_MINUTES, type LiveRow } from './live-session.js';
import { SignInRules } from './policy/sign-in-rules.service.js';

/**
 * Does a page with a list that it keeps up to date go on after the idle time? Not where the company follows MLPS level 3, which asks for an end
 * (GB/T 22239-2019, 8.1.4.1 b). `LIVE` of sessions says the same in SQL.
 */
export const listsStay = ({ preset }: Pick<SignInPolicy, 'preset'>): boolean => preset !== 'cn-mlps3';

/** A session ends 12 hours after sign-in, and without use when the company's rules say. */
const LONGEST_MS = 12 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
/** Use is noted once a minute: a write for each request would cost more than the request. */
const NOTED_EVERY_MS = 60 * 1000;
/** To find the telephone with the codes; more time may be asked for, an hour in all (WCAG 2.2.1: at least ten times). */
const CODE_WITHIN_MS = 5 * 60 * 1000;
const CODE_WITHIN_AT_MOST_MS = 60 * 60 * 1000;

/** What a session starts as. */
export interface SessionStart {
  origin?: Origin;
  /** Is the second factor still owed? */
  owes?: boolean;
  /** Started through the identity provider: by which connection, and the provider's own session, which it may end. */
  provider?: StartedThrough | null;
  /** A passkey was used: it is a fresh proof as well. */
  passkey?: boolean;
}

export interface StartedThrough {
  linkId: string;
  sid: string | null;
  /** Did the provider say that it asked for a second factor? */
  secondFactor: boolean;
}

/** Where it is written when each proof was given. */
const NOTED_IN = {
  code: 'secondFactorAt',
  password: 'passwordAt',
  provider: 'providerAt',
  passkey: 'passkeyAt',
} as const;

/** What is erased of a session that is over. */
const FORGOTTEN = { address: null, browser: null, system: null };

@Injectable()
export class SessionService {
  constructor(
    private readonly source: DataSource,
    private readonly rules: SignInRules,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Starts a session; where the company allows one at a time, one that owes nothing ends the others. @returns the token for the cookie; only its hash is kept */
  async start(
    tx: EntityManager,
    accountId: string,
    { origin = { address: null, userAgent: null }, owes = false, provider = null, passkey = false }: SessionStart = {},
  ): Promise<{ token: string; sessionId: string }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const sessionId = newId();
    if (!owes) await this.oneAtATime(tx, accountId);
    await tx.insert(Session, {
      tokenHash: hashOf(token),
      id: sessionId,
      accountId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + (owes ? CODE_WITHIN_MS : LONGEST_MS)),
      endedAt: null,
      ...deviceOf(origin),
      secondFactorPending: owes,
      passkeyAt: passkey ? now : null,
      ...(provider && { identityLinkId: provider.linkId, providerSid: provider.sid }),
      providerSecondFactor: provider?.secondFactor ?? false,
    });
    if (!owes) await this.replaceOthers(tx, accountId, sessionId);
    return { token, sessionId };
  }

  /**
   * Lets a session in that owed its second factor. It stays the same, so that what belongs to it goes on, under a new token: a stolen old one
   * no longer works. @returns the new one, and whether the session began through the provider; null where the session was ended meanwhile
   */
  async letIn(
    tx: EntityManager,
    { accountId, sessionId }: Pick<Asker, 'accountId' | 'sessionId'>,
    by: 'code' | 'passkey',
    origin: Origin,
  ): Promise<{ token: string; throughProvider: boolean } | null> {
    await this.oneAtATime(tx, accountId);
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const begun = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + LONGEST_MS) };
    const open = { id: sessionId, accountId, endedAt: IsNull() };
    const session = await tx.findOneBy(Session, open);
    const { affected } = await tx.update(Session, open, {
      ...{ tokenHash: hashOf(token), ...begun, ...deviceOf(origin) },
      ...{ secondFactorPending: false, [NOTED_IN[by]]: now },
    });
    if (!session || affected !== 1) return null;
    await this.replaceOthers(tx, accountId, sessionId);
    return { token, throughProvider: session.identityLinkId !== null };
  }

  /**
   * Who holds this token now; null when it was never given, has expired, was idle for too long or has been ended.
   *
   * @param uses false: what is asked is no use of the session, such as a list that a page reads again by itself
   */
  async find(token: string, { uses = true }: { uses?: boolean } = {}): Promise<Asker | null> {
    const now = this.clock.now();
    const [row] = await this.live(SESSION_BY_TOKEN, hashOf(token));
    if (!row) return null;
    // An idle session is not woken by what it asks: signing in does that.
    if (uses && !row.idle && now.getTime() - row.last_seen_at.getTime() > NOTED_EVERY_MS) {
      await this.source.manager.update(Session, { id: row.id }, { lastSeenAt: now });
    }
    return askerOf(row);
  }

  /** Which of these sessions live, by their id, without counting as use: for connections that stay open. */
  async liveAmong(sessionIds: readonly string[]): Promise<Map<string, Asker>> {
    const rows = await this.live(SESSIONS_BY_ID, sessionIds);
    return new Map(rows.map((row) => [row.id, askerOf(row)]));
  }

  /** Pages of these sessions look on, by their open sockets. */
  async noteWatched(sessionIds: readonly string[]): Promise<void> {
    await this.source.manager.update(Session, { id: In([...sessionIds]) }, { watchedAt: this.clock.now() });
  }

  /** No person used the session for the idle time, whatever its pages asked by themselves. @param looksOn false: a page of it shows more than a list */
  async leaveAlone(sessionId: string, looksOn: boolean): Promise<void> {
    if (!looksOn) return this.end(this.source.manager, sessionId);
    const lastSeenAt = await this.idleSince();
    await this.source.manager.update(Session, { id: sessionId, lastSeenAt: MoreThan(lastSeenAt) }, { lastSeenAt });
  }

  /** From now on the session acts in an absence, or for its own person. */
  async actIn(tx: EntityManager, sessionId: string, absenceId: string | null): Promise<void> {
    await tx.update(Session, { id: sessionId }, { absenceId });
  }

  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.update(Session, { id: sessionId, endedAt: IsNull() }, { endedAt: this.clock.now(), ...FORGOTTEN });
  }

  /** Ends one session of an account. @returns false when it is not the account's, or is over already */
  async endOne(tx: EntityManager, accountId: string, sessionId: string): Promise<boolean> {
    return (await this.endWhere(tx, { accountId, id: sessionId })) > 0;
  }

  /** Ends every session of an account, but for the one that is kept. @returns how many lived */
  async endAll(tx: EntityManager, accountId: string, keptSessionId: string | null): Promise<number> {
    return this.endWhere(tx, { accountId, ...(keptSessionId !== null && { id: Not(keptSessionId) }) });
  }

  /** Ends sessions that were idle for too long by the rules of now: rules that allow more bring none of them back. */
  async endIdle(tx: EntityManager): Promise<void> {
    const lastSeenAt = LessThan(await this.idleSince(tx));
    await tx.update(Session, { lastSeenAt, endedAt: IsNull() }, { endedAt: this.clock.now(), ...FORGOTTEN });
  }

  /** Ends sessions that were started through a connection to the identity provider. @param sid only of this session there. @returns how many lived */
  async endOfLink(
    tx: EntityManager,
    identityLinkId: string,
    { sid = null, keptSessionId = null }: { sid?: string | null; keptSessionId?: string | null } = {},
  ): Promise<number> {
    const kept = keptSessionId !== null && { id: Not(keptSessionId) };
    return this.endWhere(tx, { identityLinkId, ...(sid !== null && { providerSid: sid }), ...kept });
  }

  /** Through which connections open sessions were started that the provider calls by this id. */
  async linksOfSid(providerSid: string): Promise<string[]> {
    const open = await this.source.manager.findBy(Session, { providerSid, endedAt: IsNull() });
    return open.flatMap(({ identityLinkId }) => identityLinkId ?? []);
  }

  /** The open sessions of an account, newest use first. */
  async ofAccount(accountId: string): Promise<Session[]> {
    const now = this.clock.now();
    return this.source.manager.find(Session, {
      where: (await this.inUse()).map((use) => ({
        ...use,
        accountId,
        endedAt: IsNull(),
        expiresAt: MoreThan(now),
      })),
      order: { lastSeenAt: 'DESC' },
    });
  }

  /** Gives a session that owes its code five minutes from now, within an hour of its start. @returns false when that hour is over */
  async moreTime(sessionId: string): Promise<boolean> {
    const now = this.clock.now().getTime();
    const { affected } = await this.source.manager.update(
      Session,
      {
        id: sessionId,
        secondFactorPending: true,
        endedAt: IsNull(),
        createdAt: MoreThan(new Date(now - CODE_WITHIN_AT_MOST_MS + CODE_WITHIN_MS)),
      },
      { expiresAt: new Date(now + CODE_WITHIN_MS) },
    );
    return affected === 1;
  }

  /** Writes down that the user has just proved who they are. */
  async noteStepUp(tx: EntityManager, sessionId: string, by: keyof typeof NOTED_IN): Promise<void> {
    await tx.update(Session, { id: sessionId }, { [NOTED_IN[by]]: this.clock.now() });
  }

  /** Writes down that the provider asked the user for a second factor for this session. */
  async noteProviderSecondFactor(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.update(Session, { id: sessionId }, { providerSecondFactor: true });
  }

  /** Erases what sessions that ran out say of their devices; those that were ended have lost it already. @returns how many */
  async sweep(): Promise<number> {
    const over = { expiresAt: LessThan(this.clock.now()), browser: Not(IsNull()) };
    const idle = {
      lastSeenAt: LessThan(await this.idleSince()),
      watchedAt: Or(IsNull(), LessThan(this.watchedSince())),
      browser: Not(IsNull()),
    };
    const ended = [];
    for (const where of [over, idle])
      ended.push((await this.source.manager.update(Session, where, FORGOTTEN)).affected);
    return ended.reduce<number>((sum, affected) => sum + (affected ?? 0), 0);
  }

  private async endWhere(tx: EntityManager, where: object): Promise<number> {
    const now = this.clock.now();
    const open = { ...where, endedAt: IsNull(), expiresAt: MoreThan(now) };
    const { affected } = await tx.update(Session, open, { endedAt: now, ...FORGOTTEN });
    return affected ?? 0;
  }

  private live(which: string, value: unknown): Promise<LiveRow[]> {
    return this.source.query(which, [value, this.clock.now()]);
  }

  private async idleSince(tx: EntityManager = this.source.manager): Promise<Date> {
    const { idleMinutes } = await this.rules.current(tx);
    return new Date(this.clock.now().getTime() - idleMinutes * MINUTE_MS);
  }

  private watchedSince(): Date {
    return new Date(this.clock.now().getTime() - WATCHED_WITHIN_MINUTES * MINUTE_MS);
  }

  /** What holds of an open session: either is enough. */
  private async inUse(): Promise<{ lastSeenAt?: FindOperator<Date>; watchedAt?: FindOperator<Date> }[]> {
    const used = { lastSeenAt: MoreThan(await this.idleSince()) };
    return listsStay(await this.rules.current()) ? [used, { watchedAt: MoreThan(this.watchedSince()) }] : [used];
  }

  /** Where one session is allowed, of two sign-ins at once the later one waits: each would leave the other's session. */
  private async oneAtATime(tx: EntityManager, accountId: string): Promise<void> {
    if ((await this.rules.current(tx)).oneSession)
      await tx.query('select 1 from account where id = $1 for no key update', [accountId]);
  }

  private async replaceOthers(tx: EntityManager, accountId: string, keptSessionId: string): Promise<void> {
    if (!(await this.rules.current(tx)).oneSession) return;
    const sessions = await this.endAll(tx, accountId, keptSessionId);
    if (sessions > 0) await this.journal.append(tx, 'account.sessions_replaced', { accountId, sessions });
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
