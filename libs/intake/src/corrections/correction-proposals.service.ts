/*
 * A correction that takes two
 *   propose    it is kept as a row that waits; the call stays as it is, and is kept until the later of both terms
 *   confirm    a second person, after a fresh proof: it holds from then on, and what rests on it is looked at again at once
 *   refuse     a second person, with a reason · withdraw  its proposer · lapse  the clock, where no one decided (libs/retention)
 * The database holds that proposer, decider and agents are different people, and that none has a part in an open dispute of the call.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type ConsentStatement,
  type Correctable,
  type CorrectionDecision,
  type CorrectionResult,
  type Moved,
} from '#contracts';
import { CorrectionProposal, rowsOfCall, type AgentLeg } from '#calls';
import { JournalService } from '#journal';
import { assertTwoPeople, assertHeld, Person, reaches, scopeOf } from '#people';
import { Clock, newId } from '#platform';
import { markOf, peopleRefusals } from '#people/rules';
import { CallTerms } from '#retention';
import { KeptRecords } from '#telephony';
import { type CorrectionOrder } from './correction-ledger.js';
import { lastDecision } from '#consent';
import { type CallFacts, factsOf, isAsItWas, kept } from './correction.rules.js';
import { KnownCalls, type LockedCall } from './known-calls.js';
import { areOne } from './parts-in-a-call.js';
import { correctionRefusals } from './correction-refusals.js';
import { type Sender } from '../sender.js';
import { WrittenCorrections } from './written-corrections.service.js';

export interface Proposed {
  wanted: Partial<CallFacts>;
  fields: readonly Correctable[];
  consent: ConsentStatement | null;
  moves: readonly Moved[];
  agent: Pick<AgentLeg, 'personId' | 'teamId'> | null;
  /** When the proposer proved who they are; null of a token and of an upload. */
  proof: Date | null;
}

@Injectable()
export class CorrectionProposals {
  constructor(
    private readonly source: DataSource,
    private readonly known: KnownCalls,
    private readonly written: WrittenCorrections,
    private readonly records: KeptRecords,
    private readonly journal: JournalService,
    private readonly terms: CallTerms,
    private readonly clock: Clock,
  ) {}

  /** Under the call's lock. @throws DomainError `correct_to_oneself`, `correction_waits` */
  async propose(
    tx: EntityManager,
    asker: Sender,
    known: LockedCall,
    { origin, reason }: CorrectionOrder,
    proposed: Proposed,
  ): Promise<CorrectionResult> {
    const { fields, moves, wanted, consent, agent, proof } = proposed;
    const [callId, now] = [known.call.id, this.clock.now()];
    if (agent && (await areOne(tx, asker.personId, agent.personId, now))) throw correctionRefusals.correct_to_oneself();
    if (await waitingOf(tx, callId)) throw correctionRefusals.correction_waits();
    const from = origin === 'person' && asker.tokenId !== null ? ('token' as const) : origin;
    const id = newId();
    await tx.insert(CorrectionProposal, {
      ...{ id, callId, legId: known.leg.id, origin: from, reason, moved: [...moves], consent },
      ...{ before: kept(factsOf(known), fields), after: kept(wanted, fields) },
      consentDecisionId: consent && (await lastDecision(tx, callId)).id,
      ...{ formerPersonId: known.leg.personId, agentPersonId: agent?.personId ?? null },
      ...{ proposedByPersonId: asker.personId, proposedAt: now, provedAt: proof && earlier(proof, now) },
    });
    const details = { proposalId: id, origin: from, fields: [...fields], moves: [...moves] };
    await this.journal.append(tx, 'correction.proposed', details, { callId, actorPersonId: asker.personId });
    await this.terms.again(tx, callId);
    return { fields: [], waiting: { proposalId: id, fields: [...fields], moves: [...moves] }, again: [], shut: false };
  }

  /** The leg that a proposal is of, and its call. @throws DomainError `not_found` */
  async placeOf(proposalId: string): Promise<Pick<CorrectionProposal, 'callId' | 'legId' | 'origin'>> {
    const found = await this.source.manager.findOneBy(CorrectionProposal, { id: proposalId });
    if (!found) throw peopleRefusals.not_found();
    return found;
  }

  /**
   * The proposal's leg must be within the asker's reach, who has proved who they are.
   * @throws DomainError `correction_decided`, `not_yours_to_confirm`, `proposer_gone`, `correction_overtaken`, and for what cannot be so
   */
  async confirm(asker: Sender, proposalId: string): Promise<CorrectionResult> {
    return this.deciding(proposalId, async (tx, one, known) => {
      const eyes = await this.assertAnother(tx, asker, one);
      const agent = await agentOf(tx, asker, one);
      // Records have no reach of their own: their source may speak for the leg, or it would not be here.
      if (one.origin !== 'records') await assertProposerReaches(tx, one, known);
      const fields = Object.keys(one.after) as Correctable[];
      if (!isAsItWas(factsOf(known), one.before, fields)) throw correctionRefusals.correction_overtaken();
      if (one.consent && (await lastDecision(tx, one.callId)).id !== one.consentDecisionId)
        throw correctionRefusals.correction_overtaken();
      await this.decide(tx, asker, one, { decision: 'confirmed', reason: null, ...eyes });
      const { consent, moved, proposedByPersonId: by } = one;
      const origin = one.origin === 'token' ? ('person' as const) : one.origin;
      return this.written.write(tx, known, {
        ...{ wanted: one.after as Partial<CallFacts>, fields, agent, proposalId, consent },
        ...{ by, reason: one.reason ?? '', origin, moved },
      });
    });
  }

  /** @throws DomainError `correction_decided`, `not_yours_to_confirm` */
  async refuse(asker: Sender, proposalId: string, reason: string): Promise<void> {
    await this.deciding(proposalId, async (tx, one) => {
      await this.assertAnother(tx, asker, one);
      await this.decide(tx, asker, one, { decision: 'refused', reason });
      await this.terms.again(tx, one.callId);
    });
  }

  /** @throws DomainError `correction_decided`, `not_yours_to_withdraw` */
  async withdraw(asker: Sender, proposalId: string): Promise<void> {
    await this.deciding(proposalId, async (tx, one) => {
      if (one.proposedByPersonId !== asker.personId) throw correctionRefusals.not_yours_to_withdraw();
      await this.decide(tx, asker, one, { decision: 'withdrawn', reason: null });
      await this.terms.again(tx, one.callId);
    });
  }

  private async deciding<T>(
    proposalId: string,
    act: (tx: EntityManager, one: CorrectionProposal, known: LockedCall) => Promise<T>,
  ): Promise<T> {
    const { callId, legId, origin } = await this.placeOf(proposalId);
    return this.source.transaction(async (tx) => {
      // What the records say beside it waited for the decision, too. Records come before their call, as a fold locks them.
      if (origin === 'records') await this.records.dueOfCalls(tx, await rowsOfCall(tx, callId));
      const known = await this.known.lock(tx, callId, legId);
      const one = await tx.findOneByOrFail(CorrectionProposal, { id: proposalId });
      if (one.decision !== null) throw correctionRefusals.correction_decided();
      return act(tx, one, known);
    });
  }

  /** @throws DomainError `not_yours_to_confirm`, in a small house `needs_a_day` */
  private async assertAnother(tx: EntityManager, { personId }: Sender, one: CorrectionProposal): Promise<Eyes> {
    const at = this.clock.now();
    const first = { personId: one.proposedByPersonId, at: one.proposedAt };
    const eyes = await assertTwoPeople(tx, first, { personId, at }, correctionRefusals.not_yours_to_confirm);
    const [row]: { part: boolean }[] = await tx.query('select has_part_in_correction($1, $2, $3) as part', [
      ...[one.id, personId, at],
    ]);
    if (row?.part !== false) throw correctionRefusals.not_yours_to_confirm();
    return eyes;
  }

  private async decide(
    tx: EntityManager,
    { personId, steppedUpAt }: Sender,
    { id, callId, after }: CorrectionProposal,
    { decision, reason, byOnePerson = false }: Decided,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.update(CorrectionProposal, id, {
      ...{ decision, decidedByPersonId: personId, decidedAt: now, decisionReason: reason },
      decisionProvedAt: steppedUpAt && earlier(steppedUpAt, now),
    });
    const details = { proposalId: id, fields: Object.keys(after) as Correctable[] };
    const about = { callId, actorPersonId: personId };
    if (decision === 'confirmed')
      await this.journal.append(tx, 'correction.confirmed', { ...details, ...markOf({ byOnePerson }) }, about);
    else await this.journal.append(tx, `correction.${decision}`, details, about);
  }
}

interface Eyes {
  byOnePerson: boolean;
}
interface Decided extends Partial<Eyes> {
  decision: Exclude<CorrectionDecision, 'lapsed'>;
  reason: string | null;
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

export const waitingOf = (tx: EntityManager, callId: string): Promise<CorrectionProposal | null> =>
  tx
    .createQueryBuilder(CorrectionProposal, 'one')
    .where('one.callId = :callId and one.decision is null', { callId })
    .getOne();

/** Whose it is to be. Who decides must reach that person as well. @throws DomainError `not_yours_to_confirm` */
async function agentOf(tx: EntityManager, asker: Sender, { agentPersonId }: CorrectionProposal) {
  if (agentPersonId === null) return null;
  const { id: personId, teamId } = await tx.findOneByOrFail(Person, { id: agentPersonId });
  const scope = scopeOf('calls.correct', asker.held, asker.personId);
  if (!reaches(scope, { personId, teamId })) throw correctionRefusals.not_yours_to_confirm();
  return { personId, teamId };
}

/** People leave and lose roles while what they proposed waits. @throws DomainError `proposer_gone` */
async function assertProposerReaches(tx: EntityManager, one: CorrectionProposal, { leg }: LockedCall): Promise<void> {
  const { within } = await assertHeld(tx, one.proposedByPersonId, 'calls.correct');
  if (within !== null && !within.includes(leg.teamId)) throw peopleRefusals.proposer_gone();
}
