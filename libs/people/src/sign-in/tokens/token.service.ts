import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { TEAM_SCOPES, type NewToken, type TokenScope } from '#contracts';
import { JournalService } from '#journal';
import { Clock, isNetwork, newId, prepared, reachesAddress } from '#platform';
import { Team } from '../../organisation.entity.js';
import { accountOf, ASKER_COLUMNS, type AskerRow } from '../asker-row.js';
import { type Asker } from '../asker.js';
import { ApiToken } from './api-token.entity.js';
import { ServiceTokens } from './service-tokens.service.js';
import { isToken, TOKEN_BYTES, tokenHash, writeToken } from './token-format.rules.js';
import { narrowed, scopesToGive, teamsToGive } from './token.rules.js';
import { peopleRefusals } from '../../refusals.js';

/** Use is noted once a minute, as with sessions. */
const NOTED_EVERY_MS = 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_OF_ACCOUNT = 50;

/** Each request of a program asks it. */
const LIVE_TOKEN = prepared(
  'live_token',
  `
  select api_token.id, scopes, team_ids, addresses, source, last_used_at, ${ASKER_COLUMNS}
  from api_token join account on account.id = api_token.account_id join person on person.id = account.person_id
  where token_hash = $1 and revoked_at is null and expires_at > $2 and disabled_at is null`,
);

/** Who a token stands for now, or why it is not taken. */
export type TokenAnswer = { found: true; asker: Asker } | { found: false; reason: 'unknown' | 'address' };

/** Tokens with which programmes act for an account: made by its owner, never worth more than the account is at that moment. */
@Injectable()
export class TokenService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly services: ServiceTokens,
  ) {}

  /**
   * @returns the token itself, this once: only its hash is kept
   * @throws DomainError `token_scope_not_held`, `token_team_not_held`, `token_scope_without_teams`, `token_address_unreadable`, `too_many_tokens`
   */
  async create(asker: Asker, wanted: NewToken): Promise<{ tokenId: string; token: string }> {
    await this.check(asker, wanted);
    const token = writeToken(randomBytes(TOKEN_BYTES));
    const { accountId, personId } = asker;
    const { name, teamIds, addresses, source } = wanted;
    const scopes = [...new Set(wanted.scopes)];
    const tokenId = newId();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + wanted.days * DAY_MS);
    const row = { id: tokenId, accountId, name, scopes, teamIds, addresses, source, createdAt, expiresAt };
    await this.source.transaction(async (tx) => {
      await tx.query('select 1 from account where id = $1 for update', [accountId]);
      const live = { accountId, revokedAt: IsNull(), expiresAt: MoreThan(createdAt) };
      if ((await tx.countBy(ApiToken, live)) >= MOST_OF_ACCOUNT) throw peopleRefusals.too_many_tokens(MOST_OF_ACCOUNT);
      await tx.insert(ApiToken, { ...row, tokenHash: tokenHash(token), ending: token.slice(-4) });
      const end = { expiresAt: expiresAt.toISOString() };
      const details = { tokenId, accountId, scopes, teamIds, ...(source !== null && { source }), ...end };
      await this.journal.append(tx, 'token.created', details, { actorPersonId: personId });
    });
    return { tokenId, token };
  }

  /** Who asks with this token, from this address, narrowed to what it may do. */
  async find(token: string, address: string): Promise<TokenAnswer> {
    if (!isToken(token)) return { found: false, reason: 'unknown' };
    const now = this.clock.now();
    const [row]: LiveRow[] = await this.source.query(LIVE_TOKEN, [tokenHash(token), now]);
    if (!row) return this.findService(token, address);
    if (row.addresses !== null && !reachesAddress(row.addresses, address)) return { found: false, reason: 'address' };
    if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > NOTED_EVERY_MS) {
      await this.source.manager.update(ApiToken, { id: row.id }, { lastUsedAt: now });
    }
    return { found: true, asker: askerOf(row) };
  }

  private async findService(token: string, address: string): Promise<TokenAnswer> {
    const asker = await this.services.find(token, address);
    if (asker === null) return { found: false, reason: 'unknown' };
    return asker === 'address' ? { found: false, reason: 'address' } : { found: true, asker };
  }

  /** An account's tokens that are neither revoked nor expired; without an account, all tokens. Newest first. */
  async list(accountId?: string): Promise<ApiToken[]> {
    return this.source.manager.find(ApiToken, {
      where: { revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()), ...(accountId && { accountId }) },
      order: { createdAt: 'DESC' },
    });
  }

  /** What the account may put into a token now; while it acts for another, nothing. */
  async offer({ held: now, acting }: Asker): Promise<{ scopes: TokenScope[]; teams: Team[] }> {
    const held = acting ? [] : now;
    const teamIds = teamsToGive(held);
    const teams = await this.source.manager.find(Team, { order: { nameEn: 'ASC' } });
    return { scopes: scopesToGive(held), teams: teams.filter(({ id }) => teamIds === null || teamIds.includes(id)) };
  }

  /**
   * Ends a token at once.
   * @param ownerAccountId only a token of this account; null for people who may revoke any token
   * @returns false when there is none such
   */
  async revoke(tokenId: string, ownerAccountId: string | null, actorPersonId: string): Promise<boolean> {
    return this.source.transaction((tx) => this.revokeWithin(tx, tokenId, ownerAccountId, actorPersonId));
  }

  /** The same within a transaction of another change. */
  async revokeWithin(
    tx: EntityManager,
    tokenId: string,
    ownerAccountId: string | null,
    actorPersonId: string,
  ): Promise<boolean> {
    const where = { id: tokenId, revokedAt: IsNull(), ...(ownerAccountId !== null && { accountId: ownerAccountId }) };
    const token = await tx.findOne(ApiToken, { where, lock: { mode: 'pessimistic_write' } });
    if (!token) return false;
    await tx.update(ApiToken, tokenId, { revokedAt: this.clock.now() });
    const { accountId } = token;
    await this.journal.append(tx, 'token.revoked', { tokenId, accountId }, { actorPersonId });
    return true;
  }

  /**
   * Ends every token of an account: its person has left, or another person may hold the account now. @param actorPersonId null: the command
   * on the machine
   */
  async endAll(tx: EntityManager, accountId: string, actorPersonId: string | null): Promise<void> {
    const revokedAt = this.clock.now();
    for (const { id: tokenId } of await tx.findBy(ApiToken, { accountId, revokedAt: IsNull() })) {
      await tx.update(ApiToken, tokenId, { revokedAt });
      await this.journal.append(tx, 'token.revoked', { tokenId, accountId }, { actorPersonId });
    }
  }

  private async check(asker: Asker, { scopes, teamIds, addresses }: NewToken): Promise<void> {
    const offer = await this.offer(asker);
    const beyond = scopes.filter((scope) => !offer.scopes.includes(scope));
    if (beyond.length > 0) throw peopleRefusals.token_scope_not_held(beyond);
    if (teamIds !== null) {
      const companyWide = scopes.filter((scope) => !(TEAM_SCOPES as readonly TokenScope[]).includes(scope));
      if (companyWide.length > 0) throw peopleRefusals.token_scope_without_teams(companyWide);
      if (teamIds.some((id) => !offer.teams.some((team) => team.id === id))) throw peopleRefusals.token_team_not_held();
    }
    const unreadable = addresses?.find((address) => !isNetwork(address));
    if (unreadable !== undefined) throw peopleRefusals.token_address_unreadable(unreadable);
  }
}

interface LiveRow extends AskerRow {
  id: string;
  scopes: TokenScope[];
  team_ids: string[] | null;
  addresses: string[] | null;
  source: string | null;
  last_used_at: Date | null;
}

/** A programme owes no step: its owner has read the notice and given the code when the token was made. */
const askerOf = (row: LiveRow): Asker => ({
  ...accountOf(row),
  held: narrowed(row.held, { scopes: row.scopes, teamIds: row.team_ids }),
  acting: null,
  sessionId: row.id,
  tokenId: row.id,
  ...(row.source !== null && { sendsFor: row.source }),
  pending: null,
  pendingUntil: null,
  secondFactorDue: null,
  steppedUpAt: null,
  idle: false,
});
