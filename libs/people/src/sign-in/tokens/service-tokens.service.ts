/*
 * A token of a service
 *   ask      one person names the service, what it may read and of whom; the token is said this once and opens nothing.
 *   confirm  another person agrees; from then on it opens what was asked for. The database takes it from no one else.
 *   end      by its date, by a person, or because who asked for it left. What was asked for is never changed: another is asked for.
 */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { type NewServiceToken, type Permission, type ServiceScope } from '#contracts';
import { JournalService } from '#journal';
import { Clock, isNetwork, newId, prepared, reachesAddress } from '#platform';
import { Client, Team } from '../../organisation.entity.js';
import { type HeldRole } from '../../permissions.rules.js';
import { peopleRefusals } from '../../refusals.js';
import { markOf } from '../../small-house/eyes.rules.js';
import { assertHeldForAll } from '../../rights-in-force.js';
import { assertTwoPeople } from '../../small-house/eyes.js';
import { type Asker } from '../asker.js';
import { ServiceToken } from './service-token.entity.js';
import { TOKEN_BYTES, tokenHash, writeToken } from './token-format.rules.js';

const DAY_MS = 86_400_000;
/** Use is noted once a minute, as with sessions. */
const NOTED_EVERY_MS = 60_000;
/** Points go with figures; they open no route of their own. */
const FIGURES: Permission = 'scorecards.read';

const LIVE_SERVICE = prepared(
  'live_service_token',
  `
  select service.id, name, scopes, addresses, last_used_at,
    case when client_id is null then team_ids else coalesce((select jsonb_agg(id) from team where team.client_id = service.client_id), '[]') end as team_ids
  from service_token service join person owner on owner.id = asked_by_person_id
  where token_hash = $1 and revoked_at is null and expires_at > $2 and confirmed_at is not null and left_at is null
    and not (rights_of_one_over($2) and by_one_person(asked_by_person_id, confirmed_by_person_id, confirmed_at))`,
);

interface LiveRow {
  id: string;
  name: string;
  scopes: ServiceScope[];
  addresses: string[] | null;
  last_used_at: Date | null;
  team_ids: string[] | null;
}

/** Tokens of programmes that are no person's (decision 115). */
@Injectable()
export class ServiceTokens {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the token itself, this once: only its hash is kept
   * @throws DomainError `service_name_taken`, `service_reach_unknown`, `token_address_unreadable`
   */
  async ask({ personId }: Asker, wanted: NewServiceToken): Promise<{ tokenId: string; token: string }> {
    const unreadable = wanted.addresses?.find((address) => !isNetwork(address));
    if (unreadable !== undefined) throw peopleRefusals.token_address_unreadable(unreadable);
    const { name, teamIds, clientId, addresses, days } = wanted;
    const token = writeToken(randomBytes(TOKEN_BYTES));
    const tokenId = newId();
    const askedAt = this.clock.now();
    const expiresAt = new Date(askedAt.getTime() + days * DAY_MS);
    const scopes = [...new Set(wanted.scopes)];
    const reach = { scopes, teamIds, clientId, addresses };
    await this.source.transaction(async (tx) => {
      const known =
        teamIds === null
          ? 0
          : await tx.countBy(
              Team,
              teamIds.map((id) => ({ id })),
            );
      if (known !== new Set(teamIds).size || (clientId !== null && !(await tx.existsBy(Client, { id: clientId }))))
        throw peopleRefusals.service_reach_unknown();
      await tx.query('select pg_advisory_xact_lock(7342)');
      // A name is free again once its token is over.
      await tx.update(
        ServiceToken,
        { revokedAt: IsNull(), expiresAt: LessThanOrEqual(askedAt) },
        { revokedAt: askedAt },
      );
      const [taken] = await tx.query(
        'select 1 from service_token where lower(name) = lower($1) and revoked_at is null',
        [name],
      );
      if (taken) throw peopleRefusals.service_name_taken(name);
      const secret = { tokenHash: tokenHash(token), ending: token.slice(-4) };
      const asked = { askedByPersonId: personId, askedAt, expiresAt };
      await tx.insert(ServiceToken, { id: tokenId, name, ...reach, ...secret, ...asked });
      const details = { serviceTokenId: tokenId, name, scopes, teamIds, clientId, expiresAt: expiresAt.toISOString() };
      await this.journal.append(tx, 'service_token.asked', details, { actorPersonId: personId });
    });
    return { tokenId, token };
  }

  /** @returns false when there is none such. @throws DomainError `service_needs_another`, `needs_a_day`, `service_token_confirmed`, `proposer_gone` */
  async confirm(id: string, { personId }: Asker): Promise<boolean> {
    const now = this.clock.now();
    return this.source.transaction(async (tx) => {
      const where = { id, revokedAt: IsNull(), expiresAt: MoreThan(now) };
      const row = await tx.findOne(ServiceToken, { where, lock: { mode: 'pessimistic_write' } });
      if (!row) return false;
      if (row.confirmedAt) throw peopleRefusals.service_token_confirmed();
      const first = { personId: row.askedByPersonId, at: row.askedAt };
      const eyes = await assertTwoPeople(tx, first, { personId, at: now }, peopleRefusals.service_needs_another);
      await assertHeldForAll(tx, row.askedByPersonId, 'tokens.manage');
      await tx.update(ServiceToken, id, { confirmedByPersonId: personId, confirmedAt: now });
      const details = { serviceTokenId: id, name: row.name, ...markOf(eyes) };
      await this.journal.append(tx, 'service_token.confirmed', details, { actorPersonId: personId });
      return true;
    });
  }

  /** @returns false when there is none such */
  async revoke(id: string, { personId }: Asker): Promise<boolean> {
    return this.source.transaction((tx) => this.revokeWithin(tx, id, personId));
  }

  /** The same within a transaction of another change. @param actorPersonId null: the end of a small house */
  async revokeWithin(tx: EntityManager, id: string, actorPersonId: string | null): Promise<boolean> {
    const where = { id, revokedAt: IsNull() };
    const row = await tx.findOne(ServiceToken, { where, lock: { mode: 'pessimistic_write' } });
    if (!row) return false;
    await tx.update(ServiceToken, id, { revokedAt: this.clock.now() });
    const details = { serviceTokenId: id, name: row.name };
    await this.journal.append(tx, 'service_token.revoked', details, { actorPersonId });
    return true;
  }

  /** Neither revoked nor expired, the latest first. */
  async list(): Promise<ServiceToken[]> {
    const where = { revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return this.source.manager.find(ServiceToken, { where, order: { askedAt: 'DESC' } });
  }

  /** The service whose token this is, narrowed to what it may do; null: none, or not now. `address`: known, and not from there. */
  async find(token: string, address: string): Promise<Asker | 'address' | null> {
    const now = this.clock.now();
    const [row]: LiveRow[] = await this.source.query(LIVE_SERVICE, [tokenHash(token), now]);
    if (!row) return null;
    if (row.addresses !== null && !reachesAddress(row.addresses, address)) return 'address';
    if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > NOTED_EVERY_MS)
      await this.source.manager.update(ServiceToken, { id: row.id }, { lastUsedAt: now });
    return askerOf(row);
  }
}

/** No account and no person: its own id is in every place of theirs, so that what rests on a person finds nothing. */
function askerOf({ id, name, scopes, team_ids: teamIds }: LiveRow): Asker {
  const only = [...scopes, FIGURES];
  const role = { role: 'quality_manager', only } as const;
  const held: HeldRole[] = (teamIds ?? [null]).map((teamId) => ({ ...role, teamId }));
  return {
    ...{ sessionId: id, tokenId: id, accountId: id, personId: id, service: { name, scopes } },
    ...{ username: name, name: { zh: name, en: name }, staffNumber: '', language: 'en', held },
    ...{ acting: null, suspended: false, pending: null, pendingUntil: null, secondFactorDue: null },
    ...{ secondFactor: false, proofs: [], steppedUpAt: null, idle: false },
  };
}
