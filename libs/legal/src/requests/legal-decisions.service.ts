/*
 * Deciding a request
 *   Persons are compared, not accounts: the requester, the recorded people and members of a recorded team at the time decide nothing. The
 *   request is locked before it is looked at, and constraints enforce the same: of two who decide at once the second sees what the first did.
 *   The last approval that is needed and the grants are one transaction. Of a request to listen and export one approver may give the listening
 *   alone, which ends the request. Taking back what it gave takes one approver.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { ACTIONS_ASKED, type AskedAction, type LegalDecisionInput } from '#contracts';
import { JournalService } from '#journal';
import { areOfOnePerson, assertHeld, isSmallHouse, markOf, needsADay, Person, type Asker } from '#people';
import { actingNow, Clock, newId } from '#platform';
import {
  againFrom,
  decisionRefusal,
  isApproved,
  refusalOfBoth,
  type Absent,
  type ChainQuestion,
} from './chain.rules.js';
import { LegalDecision, RequestGrant, type LegalRequest } from './legal-request.entity.js';
import { newRequestGrant } from './new-request-grant.js';
import { RequestLedger, type Step } from './request-ledger.js';
import { legalRefusals } from '../refusals.js';
import { requestNotThere, mayNotDecide } from './request-not-there.js';

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
   * `not_both_asked` | `proposer_gone`
   */
  async decide(requestId: string, input: LegalDecisionInput, approver: Approver): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await this.ledger.lock(tx, requestId);
      const { personId, accountId, provedAt } = approver;
      const before = await tx.findBy(LegalDecision, { requestId, round: request.round });
      const now = this.clock.now();
      const question = await questionOf(tx, request, before, { personId, now });
      const refusal = refusalOfBoth(decisionRefusal, question, await absentOf(tx, requestId));
      if (refusal === 'not_waiting') throw requestNotThere(request.state);
      if (refusal === 'needs_a_day') throw await needsADay(tx, againFrom(question.small?.actedAt ?? []));
      if (refusal !== null && refusal !== 'no_permission') throw mayNotDecide(refusal);
      if (input.round !== request.round) throw legalRefusals.request_changed();
      const { round, requestedByPersonId, action } = request;
      if (input.decision === 'approve_listening' && action !== 'listen_and_export')
        throw legalRefusals.not_both_asked();
      if (input.decision === 'approve' || input.decision === 'approve_listening')
        await assertHeld(tx, requestedByPersonId, 'legal.request');
      const by = { decidedByPersonId: personId, decidedByAccountId: accountId, provedAt, decidedAt: now };
      await tx.insert(LegalDecision, {
        id: newId(),
        requestId,
        requestedByPersonId,
        round,
        decision: input.decision,
        ...by,
      });
      const approvers = before.filter(({ decision }) => decision === 'approve').map((one) => one.decidedByPersonId);
      const enough = isApproved([...approvers, personId], request.approvalsNeeded, question.small !== null);
      let byOnePerson = false;
      for (const first of [requestedByPersonId, ...question.decidedBy])
        byOnePerson ||= await areOfOnePerson(tx, first, { personId, at: now });
      await this.apply(tx, request, input, { personId, enough, byOnePerson });
    });
  }

  /** Takes back at once whatever the request gave. @throws DomainError `request_grant_over` */
  async revoke(requestId: string, words: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.ledger.lock(tx, requestId);
      const now = this.clock.now();
      const given = await tx.findBy(RequestGrant, { requestId, revokedAt: IsNull(), expiresAt: MoreThan(now) });
      if (given.length === 0) throw legalRefusals.request_grant_over();
      for (const { id } of given) await tx.update(RequestGrant, id, { revokedAt: now, revokedByPersonId: personId });
      await this.ledger.note(tx, requestId, { action: 'revoked', byPersonId: personId, words });
      const details = { requestId, ...named(given) };
      await this.journal.append(tx, 'request_grant.revoked', details, { actorPersonId: personId });
    });
  }

  private async apply(
    tx: EntityManager,
    request: LegalRequest,
    { decision, words }: LegalDecisionInput,
    { personId, enough, byOnePerson }: { personId: string; enough: boolean; byOnePerson: boolean },
  ): Promise<void> {
    const { id: requestId, round } = request;
    const about = { actorPersonId: personId };
    const step = { byPersonId: personId, words };
    const mark = markOf({ byOnePerson });
    if (decision === 'approve_listening') return this.approve(tx, request, 'listen', { step, mark });
    if (decision === 'approve') {
      if (enough) return this.approve(tx, request, request.action, { step, mark });
      await this.ledger.note(tx, requestId, { ...step, action: 'approved_by_one' });
      await this.journal.append(tx, 'legal_request.agreed', { requestId, round, ...mark }, about);
      return;
    }
    const action = decision === 'reject' ? 'rejected' : 'asked_back';
    await this.ledger.move(tx, request, decision, { step: { ...step, action } });
    await this.journal.append(tx, `legal_request.${action}`, { requestId }, about);
  }

  /** @param approved what of the request was agreed to */
  private async approve(
    tx: EntityManager,
    request: LegalRequest,
    approved: AskedAction,
    { step, mark }: { step: Omit<Step, 'action'>; mark: ReturnType<typeof markOf> },
  ) {
    const { id: requestId, legalCaseId: caseId } = request;
    const listeningOnly = approved !== request.action;
    const action = listeningOnly ? 'approved_listening' : 'approved';
    await this.ledger.move(tx, request, 'approve', { step: { ...step, action } });
    const given: RequestGrant[] = [];
    for (const use of ACTIONS_ASKED[approved]) given.push(await newRequestGrant(tx, request, use, this.clock.now()));
    const narrowed = listeningOnly && { listeningOnly };
    const details = { requestId, ...named(given), action: approved, ...narrowed, caseId, ...mark };
    await this.journal.append(tx, 'legal_request.approved', details, { actorPersonId: step.byPersonId });
  }
}

/** The grants of one request as the journal names them. */
function named(given: readonly RequestGrant[]): { grantId: string; exportGrantId?: string } {
  const exported = given.length > 1 && given.find(({ action }) => action === 'evidence_export');
  const first = given.find((one) => one !== exported);
  if (!first) throw new Error('a request that was approved gave a grant');
  return { grantId: first.id, ...(exported && { exportGrantId: exported.id }) };
}

async function questionOf(
  tx: EntityManager,
  { id, state, stateAt, requestedByPersonId }: LegalRequest,
  decisions: readonly LegalDecision[],
  { personId, now }: { personId: string; now: Date },
): Promise<ChainQuestion> {
  const { recorded, teamId } = await recordedOf(tx, id, personId);
  const decidedBy = decisions.map(({ decidedByPersonId }) => decidedByPersonId);
  const decidedFor = decisions.flatMap(({ forPersonId }) => forPersonId ?? []);
  const own = decisions.filter(({ decidedByPersonId }) => decidedByPersonId === personId);
  const actedAt = [...(requestedByPersonId === personId ? [stateAt] : []), ...own.map(({ decidedAt }) => decidedAt)];
  const small = (await isSmallHouse(tx, now)) ? { actedAt, now } : null;
  return { state, requestedByPersonId, recorded, decidedBy, decidedFor, approver: { personId, teamId }, small };
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
    `select distinct case when exists (select 1 from legs_of_call(leg.call_id) own
         where own.person_id = $2 or rests_on($2, own.person_id, now())) then $2 else leg.person_id end as "personId", leg.team_id as "teamId", team_then($2, call.started_at) as "approverTeamId"
     from legal_request_recording listed join leg on leg.id = listed.leg_id join call on call.id = leg.call_id
     where listed.request_id = $1`,
    [requestId, personId],
  );
  const { teamId } = await tx.findOneByOrFail(Person, { id: personId });
  return { recorded, teamId };
}
