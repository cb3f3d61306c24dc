/*
 * An agent contests an item of their own score.
 *   1. The call is locked; the card that is shown must be the one the agent looked at.
 *   2. A supervisor of the team decides; if the result is kept, the agent may go on to a quality manager, in time.
 *   3. A granted dispute files a card of its own (`dispute-decisions.service.ts`). Until then the score goes on counting.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewDispute } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { CountingPointer } from '../counting/counting-pointer.js';
import { qualityRefusals } from '../refusals.js';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import { DisputeRow } from '../contested/dispute.entity.js';
import { contestedBefore, contestProblem, daysAfter, givenUp, stateOf } from './dispute.rules.js';
import { earlierDisputes } from './earlier-disputes.js';
import { wordsAreGone } from '../words-are-gone.js';
import { shownCard } from './shown-card.js';

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
      if (shown?.card.id !== asked.basedOn) throw qualityRefusals.dispute_overtaken();
      const now = this.clock.now();
      const { disputes } = (await this.settings.current(tx)).settings;
      const item = shown.card.items.find((one) => one.itemId === itemId);
      // A result that was carried on from an earlier card is as old as that one.
      const origin = shown.originOf(itemId);
      const problem = contestProblem(item, wanted, { until: daysAfter(origin.createdAt, disputes.fileDays), now });
      if (problem || !item) throw qualityRefusals[problem ?? 'not_on_card']();
      const before = await earlierDisputes(tx, { legId, checklistId });
      if (contestedBefore(before, itemId, origin.id, now)) throw qualityRefusals.contested_already();
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
      });
      const said = { disputeId: filed.id, legId, checklistId, itemId };
      await this.journal.append(tx, 'dispute.filed', said, { callId, actorPersonId: agentPersonId });
      return filed.id;
    });
  }

  /** Goes on to a quality manager. @throws DomainError `not_found`, `escalation_time_over` */
  async escalate(disputeId: string, note: string | null, agentPersonId: string): Promise<void> {
    await this.change(disputeId, agentPersonId, async (tx, one, now) => {
      if (stateOf(one, now) !== 'answered') throw qualityRefusals.escalation_time_over();
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
      if (!['open', 'answered'].includes(stateOf(one, now))) throw qualityRefusals.dispute_over();
      await tx.update(DisputeRow, one.id, { outcome: givenUp(one), finalAt: now });
      return 'dispute.withdrawn';
    });
  }

  /** The leg turned out to be another person's: what its former agent contested ends, and they are told. */
  async endOfLeg(tx: EntityManager, legId: string): Promise<void> {
    const now = this.clock.now();
    const open = await tx.findBy(DisputeRow, { legId });
    for (const one of open.filter((each) => ['open', 'answered'].includes(stateOf(each, now)))) {
      await tx.update(DisputeRow, one.id, { outcome: givenUp(one), finalAt: now });
      await this.journal.append(tx, 'dispute.ended', { disputeId: one.id, legId }, { callId: one.callId });
    }
  }

  /** One's own dispute, under its lock and its call's. */
  private async change(
    disputeId: string,
    agentPersonId: string,
    act: (tx: EntityManager, one: DisputeRow, now: Date) => Promise<'dispute.escalated' | 'dispute.withdrawn'>,
  ): Promise<void> {
    const { callId: locked } = (await this.source.manager.findOneBy(DisputeRow, { id: disputeId })) ?? {};
    if (!locked) throw qualityRefusals.not_found();
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, locked);
      const one = await tx.findOne(DisputeRow, { where: { id: disputeId }, lock: { mode: 'pessimistic_write' } });
      if (one?.filedByPersonId !== agentPersonId) throw qualityRefusals.not_found();
      const event = await act(tx, one, this.clock.now());
      const { callId, legId } = one;
      await this.journal.append(tx, event, { disputeId, legId }, { callId, actorPersonId: agentPersonId });
    });
  }
}
