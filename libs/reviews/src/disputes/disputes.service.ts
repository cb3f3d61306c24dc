/*
 * An agent contests an item of their own score.
 *   1. The call is locked; the card that is shown must be the one the agent looked at.
 *   2. A supervisor of the team decides; if the result is kept, the agent may go on to a quality manager, in time.
 *   3. If two people correct the agent of the call, the dispute is suspended and resumes if the call is assigned back; it does not end.
 *   4. A granted dispute files a card of its own (`dispute-decisions.service.ts`). Until then the score goes on counting.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewDispute } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { CountingPointer, qualityRefusals, type Judged } from '#quality';
import { QualitySettingsService } from '#quality';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';
import { DisputeRow } from '../contested/dispute.entity.js';
import { disputesClosableBy } from './closable-disputes.js';
import {
  AWAKE,
  resumedDispute,
  contestedBefore,
  contestProblem,
  daysAfter,
  givenUp,
  stateOf,
  type Decider,
  type EarlierDispute,
} from './dispute.rules.js';
import { shownCard } from './shown-card.js';

/** The disputes of a score, as far as they bar another one. */
export const earlierDisputes = (tx: EntityManager, { legId, checklistId }: Judged): Promise<EarlierDispute[]> =>
  tx.query(
    `select one.item_id as "itemId", one.scorecard_id as "scorecardId", one.stage, one.outcome, one.final_at as "finalAt",
       one.slept_at as "sleptAt", one.closed_at as "closedAt",
       one.filed_by_person_id as "filedByPersonId",
       array(select scorecard_id from dispute_decision where dispute_id = one.id and scorecard_id is not null) as "decidedOn"
     from dispute one
     where one.leg_id = $1 and one.checklist_id = $2`,
    [legId, checklistId],
  );

@Injectable()
export class DisputesService {
  constructor(
    private readonly source: DataSource,
    private readonly pointer: CountingPointer,
    private readonly settings: QualitySettingsService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param callId the call of a leg that the agent took
   * @returns the dispute's id
   * @throws DomainError `dispute_overtaken`, `not_on_card`, `not_judged_yet`, `same_result`, `contest_time_over`, `contested_already`,
   * `words_destroyed`
   */
  async file(callId: string, asked: NewDispute, agentPersonId: string): Promise<string> {
    const { legId, checklistId, itemId, wanted, reason } = asked;
    return this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const shown = await shownCard(tx, this.pointer, { legId, checklistId });
      if (shown?.card.id !== asked.basedOn) throw reviewsRefusals.dispute_overtaken();
      const now = this.clock.now();
      const { disputes } = (await this.settings.current(tx)).settings;
      const item = shown.card.items.find((one) => one.itemId === itemId);
      // A result that was carried on from an earlier card is as old as that one.
      const origin = shown.originOf(itemId);
      const problem = contestProblem(item, wanted, { until: daysAfter(origin.createdAt, disputes.fileDays), now });
      if (problem || !item) throw reviewsRefusals[problem ?? 'not_on_card']();
      const before = await earlierDisputes(tx, { legId, checklistId });
      if (contestedBefore(before, itemId, origin.id, now)) throw reviewsRefusals.contested_already();
      if (await wordsAreGone(tx, legId)) throw qualityRefusals.words_destroyed();
      const filed = {
        ...{ id: newId(), callId, legId, checklistId, itemId, scorecardId: origin.id },
        ...{ was: item.outcome, wanted, reason },
      };
      await tx.insert(DisputeRow, {
        ...{ ...filed, judgedByPersonId: origin.authorPersonId },
        ...{ note: asked.note ?? null, escalationNote: null, atMs: asked.atMs ?? null },
        ...{ filedByPersonId: agentPersonId, filedAt: now, stage: 'supervisor', outcome: null, finalAt: null },
        dueAt: daysAfter(now, disputes.decideDays),
        ...AWAKE,
      });
      const said = { disputeId: filed.id, legId, checklistId, itemId };
      await this.journal.append(tx, 'dispute.filed', said, { callId, actorPersonId: agentPersonId });
      return filed.id;
    });
  }

  /** Goes on to a quality manager. @throws DomainError `not_found`, `dispute_asleep`, `escalation_time_over` */
  async escalate(disputeId: string, note: string | null, agentPersonId: string): Promise<void> {
    await this.change(disputeId, agentPersonId, async (tx, one, now) => {
      const state = stateOf(one, now);
      if (state === 'asleep') throw reviewsRefusals.dispute_asleep();
      if (state !== 'answered') throw reviewsRefusals.escalation_time_over();
      const { disputes } = (await this.settings.current(tx)).settings;
      const open = { outcome: null, finalAt: null, dueAt: daysAfter(now, disputes.decideDays) };
      const escalationNote = (await wordsAreGone(tx, one.legId)) ? null : note;
      await tx.update(DisputeRow, one.id, { ...open, stage: 'quality_manager', escalationNote });
      return 'dispute.escalated';
    });
  }

  /** @throws DomainError `not_found`, `dispute_over` */
  async withdraw(disputeId: string, agentPersonId: string): Promise<void> {
    await this.change(disputeId, agentPersonId, async (tx, one, now) => {
      if (!['open', 'answered', 'asleep'].includes(stateOf(one, now))) throw reviewsRefusals.dispute_over();
      await tx.update(DisputeRow, one.id, { outcome: givenUp(one), finalAt: now, ...AWAKE });
      return 'dispute.withdrawn';
    });
  }

  /**
   * Two people said that a leg is another agent's. What its former agent contested sleeps, with the time that is left; what its new one contested
   * when it was theirs before is open again, also where it was closed meanwhile, unless the words are gone. Nothing ends by it.
   */
  async handedOver(
    tx: EntityManager,
    { id: legId, personId }: { id: string; personId: string },
    proposalId: string,
  ): Promise<void> {
    const now = this.clock.now();
    const gone = await wordsAreGone(tx, legId);
    for (const one of await tx.findBy(DisputeRow, { legId })) {
      const state = stateOf(one, now);
      const about = { callId: one.callId };
      if (one.filedByPersonId !== personId && (state === 'open' || state === 'answered')) {
        await tx.update(DisputeRow, one.id, { sleptAt: now, asleepByProposalId: proposalId });
        await this.journal.append(tx, 'dispute.suspended', { disputeId: one.id, legId }, about);
      }
      const { sleptAt } = one;
      if (one.filedByPersonId !== personId || sleptAt === null || (state === 'not_theirs' && gone)) continue;
      await tx.update(DisputeRow, one.id, resumedDispute({ ...one, sleptAt }, now));
      await this.journal.append(tx, 'dispute.resumed', { disputeId: one.id, legId }, about);
    }
  }

  /**
   * A second person closes what sleeps, as not this agent's call. @throws DomainError `dispute_not_asleep`, `quality_manager_decides`,
   * `not_yours_to_close`
   */
  async close(disputeId: string, by: Decider): Promise<void> {
    const { callId } = await this.source.manager.findOneByOrFail(DisputeRow, { id: disputeId });
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const one = await tx.findOneOrFail(DisputeRow, { where: { id: disputeId }, lock: { mode: 'pessimistic_write' } });
      const now = this.clock.now();
      if (stateOf(one, now) !== 'asleep') throw reviewsRefusals.dispute_not_asleep();
      if (one.stage === 'quality_manager' && !by.decidesLast) throw reviewsRefusals.quality_manager_decides();
      if (!(await disputesClosableBy(tx, [disputeId], by.personId, now)).has(disputeId))
        throw reviewsRefusals.not_yours_to_close();
      await tx.update(DisputeRow, disputeId, { closedAt: now, closedByPersonId: by.personId });
      const said = { disputeId, legId: one.legId };
      await this.journal.append(tx, 'dispute.closed', said, { callId, actorPersonId: by.personId });
    });
  }

  /** One's own dispute, under its lock and its call's. */
  private async change(
    disputeId: string,
    agentPersonId: string,
    act: (tx: EntityManager, one: DisputeRow, now: Date) => Promise<'dispute.escalated' | 'dispute.withdrawn'>,
  ): Promise<void> {
    const { callId: locked } = (await this.source.manager.findOneBy(DisputeRow, { id: disputeId })) ?? {};
    if (!locked) throw reviewsRefusals.not_found();
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, locked);
      const one = await tx.findOne(DisputeRow, { where: { id: disputeId }, lock: { mode: 'pessimistic_write' } });
      if (one?.filedByPersonId !== agentPersonId) throw reviewsRefusals.not_found();
      const event = await act(tx, one, this.clock.now());
      const { callId, legId } = one;
      await this.journal.append(tx, event, { disputeId, legId }, { callId, actorPersonId: agentPersonId });
    });
  }
}
