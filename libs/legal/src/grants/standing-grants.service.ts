/*
 * How a standing grant comes and goes
 *   1. One person of legal proposes it, within the reach of their own role. Nothing opens yet.
 *   2. Another publishes it: the grant exists from then on, and its terms never change. Both must hold the right at this moment, and reach it.
 *   3. Any legal approver revokes it alone, with a reason; what is playing under it ends within a second (`isLive` of plays).
 * Persons are compared, so that a second account gives no second vote; constraints of the database enforce the same.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LONGEST_STANDING_DAYS, type StandingGrantDecision, type StandingGrantProposal } from '#contracts';
import { JournalService } from '#journal';
import { areOfOnePerson, assertTwoPeople, assertHeld, Client, markOf, Team, type RightReach, type Side } from '#people';
import { Clock, newId } from '#platform';
import { StandingGrant } from '../standing-grant.entity.js';
import { GrantProposal } from './grant-proposal.entity.js';
import { legalRefusals } from '../refusals.js';
import { grantBeyond } from './grant.rules.js';

/** Who decides, and how far their right to reaches. */
export interface GrantDecider extends RightReach {
  personId: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

@Injectable()
export class StandingGrants {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `grant_beyond_reach` | `grant_expiry` | `grant_waits` | `closed` | `not_found` */
  async propose({ reason, ...given }: StandingGrantProposal, proposer: GrantDecider): Promise<string> {
    const terms = { ...given, actions: [...given.actions].sort(), expiresAt: new Date(given.expiresAt) };
    const now = this.clock.now();
    const days = (terms.expiresAt.getTime() - now.getTime()) / DAY_MS;
    if (days <= 0 || days > LONGEST_STANDING_DAYS) throw legalRefusals.grant_expiry();
    return this.source.transaction(async (tx) => {
      await lockPublishing(tx);
      await assertWithin(tx, terms, proposer);
      await assertOpenPlace(tx, terms);
      if (await waitsAlready(tx, terms)) throw legalRefusals.grant_waits();
      const id = newId();
      const undecided = { decidedByPersonId: null, decidedAt: null, decisionReason: null };
      const proposed = { proposedByPersonId: proposer.personId, proposedAt: now, state: 'waiting' as const };
      await tx.insert(GrantProposal, { id, ...terms, reason, ...proposed, ...undecided });
      const details = { proposalId: id, role: terms.role, scope: terms.scope };
      await this.journal.append(tx, 'grant.proposed', details, { actorPersonId: proposer.personId });
      return id;
    });
  }

  /** @throws DomainError `not_found` | `four_eyes_needed` | `grant_decided` | `grant_beyond_reach` | `proposer_gone` | `grant_expiry` | `closed` */
  async decide(proposalId: string, { decision, reason }: StandingGrantDecision, decider: GrantDecider): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockPublishing(tx);
      const proposal = await lockedProposal(tx, proposalId);
      await assertWithin(tx, proposal, decider);
      if (proposal.state !== 'waiting') throw legalRefusals.grant_decided();
      const first = { personId: proposal.proposedByPersonId, at: proposal.proposedAt };
      const second = { personId: decider.personId, at: this.clock.now() };
      const atOnce = decision === 'publish' && (await isFirstGrant(tx, proposal, second));
      if (!atOnce) await assertTwoPeople(tx, first, second, legalRefusals.four_eyes_needed);
      if (decision === 'publish') await this.publish(tx, proposal, decider.personId);
      else await this.settle(tx, proposalId, { state: 'refused', by: decider.personId, reason: reason ?? null });
    });
  }

  /** Takes one's own proposal back. @throws DomainError `not_found` | `grant_decided` */
  async withdraw(proposalId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const proposal = await lockedProposal(tx, proposalId);
      if (proposal.proposedByPersonId !== personId) throw legalRefusals.not_found();
      if (proposal.state !== 'waiting') throw legalRefusals.grant_decided();
      await this.settle(tx, proposalId, { state: 'withdrawn', by: personId, reason: null });
    });
  }

  /** @throws DomainError `not_found` | `grant_beyond_reach` | `grant_over` */
  async revoke(grantId: string, reason: string, revoker: GrantDecider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const grant = await tx.findOne(StandingGrant, { where: { id: grantId }, lock: { mode: 'pessimistic_write' } });
      if (!grant) throw legalRefusals.not_found();
      await assertWithin(tx, grant, revoker);
      const now = this.clock.now();
      if (grant.revokedAt || grant.expiresAt <= now) throw legalRefusals.grant_over();
      const revoked = { revokedAt: now, revokedByPersonId: revoker.personId, revokedReason: reason };
      await tx.update(StandingGrant, grantId, revoked);
      await this.journal.append(tx, 'grant.revoked', { grantId }, { actorPersonId: revoker.personId });
    });
  }

  private async publish(tx: EntityManager, proposal: GrantProposal, publisher: string): Promise<void> {
    const { id: proposalId, proposedByPersonId: proposer, reason: _, ...terms } = proposal;
    const now = this.clock.now();
    if (proposal.expiresAt <= now) throw legalRefusals.grant_expiry();
    // The proposer may have left, or lost the role, since.
    if (grantBeyond(proposal, await assertHeld(tx, proposer, 'grants.propose')))
      throw legalRefusals.grant_beyond_reach();
    await assertOpenPlace(tx, proposal);
    const id = newId();
    const code = `SG-${String((await tx.count(StandingGrant)) + 1).padStart(4, '0')}`;
    const { role, scope, teamId, clientId, purpose, actions, rendition, expiresAt } = terms;
    await tx.insert(StandingGrant, {
      ...{ id, code, role, scope, teamId, clientId, purpose, actions, rendition, expiresAt, proposalId },
      ...{ publishedByPersonId: proposer, approvedByPersonId: publisher, validFrom: now, revokedAt: null },
    });
    const decided = { decidedByPersonId: publisher, decidedAt: now };
    await tx.update(GrantProposal, proposalId, { state: 'published', ...decided });
    const byOnePerson = await areOfOnePerson(tx, proposer, { personId: publisher, at: now });
    const details = { grantId: id, role, approvedBy: publisher, ...markOf({ byOnePerson }) };
    await this.journal.append(tx, 'grant.published', details, { actorPersonId: publisher });
  }

  private async settle(
    tx: EntityManager,
    proposalId: string,
    { state, by, reason }: { state: 'refused' | 'withdrawn'; by: string; reason: string | null },
  ): Promise<void> {
    const decided = { decidedByPersonId: by, decidedAt: this.clock.now(), decisionReason: reason };
    await tx.update(GrantProposal, proposalId, { state, ...decided });
    await this.journal.append(tx, `grant.${state}`, { proposalId }, { actorPersonId: by });
  }
}

/** Codes are dense and read aloud, and of two equal proposals one waits: one publishes at a time. */
const lockPublishing = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock(7310)');

/** The first standing grant of a house that was small from its beginning: before it there is no second person. */
async function isFirstGrant(tx: EntityManager, { id, proposedByPersonId }: GrantProposal, by: Side): Promise<boolean> {
  if (proposedByPersonId !== by.personId) return false;
  const [row]: { first: boolean }[] = await tx.query('select first_grant_at($1, $2, $3) as first', [
    id,
    by.personId,
    by.at,
  ]);
  return row?.first ?? false;
}

async function lockedProposal(tx: EntityManager, id: string): Promise<GrantProposal> {
  const proposal = await tx.findOne(GrantProposal, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!proposal) throw legalRefusals.not_found();
  return proposal;
}

/** What concerns none of the decider's people does not exist for them; what concerns others too is beyond them. */
async function assertWithin(tx: EntityManager, terms: Reached, { within, clients }: RightReach): Promise<void> {
  if (!grantBeyond(terms, { within, clients })) return;
  const ofClient = terms.clientId === null ? [] : await tx.findBy(Team, { clientId: terms.clientId });
  const touches = terms.scope === 'own' || terms.scope === 'company' || ofClient.some(({ id }) => within?.includes(id));
  throw touches ? legalRefusals.grant_beyond_reach() : legalRefusals.not_found();
}

type Reached = Pick<GrantProposal, 'scope' | 'teamId' | 'clientId'>;
type Terms = Reached & Pick<GrantProposal, 'role' | 'purpose' | 'rendition' | 'actions'>;

async function assertOpenPlace(tx: EntityManager, { teamId, clientId }: Pick<Terms, 'teamId' | 'clientId'>) {
  const team = teamId === null ? null : await tx.findOneBy(Team, { id: teamId });
  const client = clientId === null ? null : await tx.findOneBy(Client, { id: clientId });
  if ((teamId !== null && !team) || (clientId !== null && !client)) throw legalRefusals.not_found();
  if (team?.closedAt || client?.closedAt) throw legalRefusals.closed();
}

async function waitsAlready(tx: EntityManager, terms: Terms): Promise<boolean> {
  const { role, scope, purpose, rendition } = terms;
  const waiting = await tx.findBy(GrantProposal, { role, scope, purpose, rendition, state: 'waiting' });
  return waiting.some(
    ({ teamId, clientId, actions }) =>
      teamId === terms.teamId && clientId === terms.clientId && actions.join() === terms.actions.join(),
  );
}
