/*
 * Deciding a request
 *   Persons are compared, not accounts: the requester, the recorded people and members of a recorded team at the time decide nothing. The
 *   request is locked before it is looked at, and constraints enforce the same: of two who decide at once the second sees what the first did.
 *   The last approval that is needed and the grant are one transaction. Taking a grant back takes one approver.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type LegalDecisionInput } from '#contracts';
import { JournalService } from '#journal';
import { assertHeld, Person, type Asker } from '#people';
import { actingNow, Clock, newId } from '#platform';
import { decisionRefusal, isApproved, refusalOfBoth, type Absent, type ChainQuestion } from './chain.rules.js';
import { LegalDecision, RequestGrant, type LegalRequest } from './legal-request.entity.js';
import { mayNotDecide } from './may-not-decide.js';
import { RequestLedger } from './request-ledger.js';
import { legalRefusals } from '../refusals.js';
import { requestNotThere } from './request-not-there.js';

/** An approver whose session proved its user's identity a moment ago. */
export type Approver = Pick<Asker, 'personId' | 'accountId'> & { provedAt: Date };

@Injectable()
export class LegalDecisions {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: RequestLedger,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller has checked that the approver's right reaches every recording of the list.
   * @throws DomainError `own_request` | `own_recording` | `own_team` | `decided_already` | `request_changed` | `request_not_there` |
   * `proposer_gone`
   */
  async decide(requestId: string, input: LegalDecisionInput, approver: Approver): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await this.ledger.lock(tx, requestId);
      const { personId, accountId, provedAt } = approver;
      const before = await tx.findBy(LegalDecision, { requestId, round: request.round });
      const question = await questionOf(tx, request, before, personId);
      const refusal = refusalOfBoth(decisionRefusal, question, await absentOf(tx, requestId));
      if (refusal === 'not_waiting') throw requestNotThere(request.state);
      if (refusal !== null && refusal !== 'no_permission') throw mayNotDecide(refusal);
      if (input.round !== request.round) throw legalRefusals.request_changed();
      const { round, requestedByPersonId } = request;
      if (input.decision === 'approve') await assertHeld(tx, requestedByPersonId, 'legal.request');
      const by = { decidedByPersonId: personId, decidedByAccountId: accountId, provedAt, decidedAt: this.clock.now() };
      await tx.insert(LegalDecision, {
        id: newId(),
        requestId,
        requestedByPersonId,
        round,
        decision: input.decision,
        ...by,
      });
      const approvers = before.filter(({ decision }) => decision === 'approve').map((one) => one.decidedByPersonId);
      await this.apply(tx, request, input, { personId, approvers });
    });
  }

  /** Takes a grant back at once. @throws DomainError `request_grant_over` */
  async revoke(requestId: string, words: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.ledger.lock(tx, requestId);
      const grant = await tx.findOneBy(RequestGrant, { requestId });
      const now = this.clock.now();
      if (!grant || grant.revokedAt !== null || grant.expiresAt <= now) throw legalRefusals.request_grant_over();
      await tx.update(RequestGrant, grant.id, { revokedAt: now, revokedByPersonId: personId });
      await this.ledger.note(tx, requestId, { action: 'revoked', byPersonId: personId, words });
      const details = { requestId, grantId: grant.id };
      await this.journal.append(tx, 'request_grant.revoked', details, { actorPersonId: personId });
    });
  }

  private async apply(
    tx: EntityManager,
    request: LegalRequest,
    { decision, words }: LegalDecisionInput,
    { personId, approvers }: { personId: string; approvers: string[] },
  ): Promise<void> {
    const { id: requestId, round } = request;
    const about = { actorPersonId: personId };
    const step = { byPersonId: personId, words };
    if (decision === 'approve') {
      if (isApproved([...approvers, personId], request.approvalsNeeded))
        return this.approve(tx, request, personId, words);
      await this.ledger.note(tx, requestId, { ...step, action: 'approved_by_one' });
      await this.journal.append(tx, 'legal_request.agreed', { requestId, round }, about);
      return;
    }
    const action = decision === 'reject' ? 'rejected' : 'asked_back';
    await this.ledger.move(tx, request, decision, { step: { ...step, action } });
    await this.journal.append(tx, `legal_request.${action}`, { requestId }, about);
  }

  private async approve(tx: EntityManager, request: LegalRequest, personId: string, words: string | undefined) {
    const { id: requestId, action, legalCaseId: caseId } = request;
    const step = { action: 'approved', byPersonId: personId, words } as const;
    await this.ledger.move(tx, request, 'approve', { step });
    const { id: grantId } = await newRequestGrant(tx, request, this.clock.now());
    const details = { requestId, grantId, action, caseId };
    await this.journal.append(tx, 'legal_request.approved', details, { actorPersonId: personId });
  }
}

/** Gives the requester what was approved. The database counts the approvals again. */
export async function newRequestGrant(tx: EntityManager, request: LegalRequest, now: Date): Promise<RequestGrant> {
  const [{ number }] = (await tx.query(`select nextval('request_grant_number') as number`)) as [{ number: string }];
  const { action, rendition, playsAllowed, expiresAt } = request;
  const grant: RequestGrant = {
    id: newId(),
    code: `RG-${number.padStart(4, '0')}`,
    requestId: request.id,
    personId: request.requestedByPersonId,
    ...{ action, rendition, playsAllowed, expiresAt },
    playsUsed: 0,
    validFrom: now,
    revokedAt: null,
    revokedByPersonId: null,
  };
  await tx.insert(RequestGrant, grant);
  return grant;
}

async function questionOf(
  tx: EntityManager,
  { id, state, requestedByPersonId }: LegalRequest,
  decisions: readonly LegalDecision[],
  personId: string,
): Promise<ChainQuestion> {
  const { recorded, teamId } = await recordedOf(tx, id, personId);
  const decidedBy = decisions.map(({ decidedByPersonId }) => decidedByPersonId);
  const decidedFor = decisions.flatMap(({ forPersonId }) => forPersonId ?? []);
  return { state, requestedByPersonId, recorded, decidedBy, decidedFor, approver: { personId, teamId } };
}

/** For whom the present request acts, as an approver; null: for who asks. */
export async function absentOf(tx: EntityManager, requestId: string): Promise<Absent | null> {
  const personId = actingNow()?.personId;
  if (personId === undefined) return null;
  const { recorded, teamId } = await recordedOf(tx, requestId, personId);
  return { recorded, approver: { personId, teamId } };
}

/** Who was recorded in which team, and the team of the approver. */
export async function recordedOf(
  tx: EntityManager,
  requestId: string,
  personId: string,
): Promise<{ recorded: ChainQuestion['recorded']; teamId: string }> {
  const recorded: ChainQuestion['recorded'] = await tx.query(
    `select distinct leg.person_id as "personId", leg.team_id as "teamId", team_then($2, call.started_at) as "approverTeamId"
     from legal_request_recording listed join leg on leg.id = listed.leg_id join call on call.id = leg.call_id
     where listed.request_id = $1`,
    [requestId, personId],
  );
  const { teamId } = await tx.findOneByOrFail(Person, { id: personId });
  return { recorded, teamId };
}
