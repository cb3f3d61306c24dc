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
import { CountingScorecard, type Scorecard } from '../scorecard.entity.js';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import { DisputeRow } from './dispute.entity.js';
import { contestProblem, daysAfter, givenUp, stateOf } from './dispute.rules.js';

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
      const card = await shownCard(tx, this.pointer, { legId, checklistId });
      if (card?.id !== asked.basedOn) throw qualityRefusals.dispute_overtaken();
      const now = this.clock.now();
      const { disputes } = (await this.settings.current(tx)).settings;
      const item = card.items.find((one) => one.itemId === itemId);
      const problem = contestProblem(item, wanted, { until: daysAfter(card.createdAt, disputes.fileDays), now });
      if (problem || !item) throw qualityRefusals[problem ?? 'not_on_card']();
      await this.refuseAgain(tx, asked);
      const filed = {
        id: newId(),
        callId,
        legId,
        checklistId,
        itemId,
        scorecardId: card.id,
        was: item.outcome,
        wanted,
        reason,
      };
      const judgedByPersonId = await judgeOf(tx, card.id, itemId);
      await tx.insert(DisputeRow, {
        ...{ ...filed, judgedByPersonId },
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

  /** The leg was another person's: what its former agent contested is no longer theirs to contest. */
  async endOfLeg(tx: EntityManager, legId: string): Promise<void> {
    const now = this.clock.now();
    const open = await tx.findBy(DisputeRow, { legId });
    for (const one of open.filter((each) => ['open', 'answered'].includes(stateOf(each, now)))) {
      await tx.update(DisputeRow, one.id, { outcome: givenUp(one), finalAt: now });
      await this.journal.append(tx, 'dispute.withdrawn', { disputeId: one.id, legId }, { callId: one.callId });
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

  private async refuseAgain(tx: EntityManager, { legId, checklistId, itemId, basedOn }: NewDispute): Promise<void> {
    const again: unknown[] = await tx.query(
      `select 1 from dispute where leg_id = $1 and checklist_id = $2 and item_id = $3
         and (outcome is null or final_at > $5 or (scorecard_id = $4 and outcome <> 'withdrawn'))`,
      [legId, checklistId, itemId, basedOn, this.clock.now()],
    );
    if (again.length > 0) throw qualityRefusals.contested_already();
    if (await wordsAreGone(tx, legId)) throw qualityRefusals.words_destroyed();
  }
}

/** The card that counts or, where none does, the newest: the one that people see. */
export async function shownCard(
  tx: EntityManager,
  pointer: CountingPointer,
  judged: { legId: string; checklistId: string },
): Promise<Scorecard | undefined> {
  const cards = await pointer.cards(tx, judged);
  const { legId, checklistId } = judged;
  const counting = await tx.findOneBy(CountingScorecard, { legId, checklistId });
  return cards.find(({ id }) => id === counting?.scorecardId) ?? cards[0];
}

/** Whether the leg's sound is being destroyed, or is: what people write after that would outlive it. */
export async function wordsAreGone(tx: EntityManager, legId: string): Promise<boolean> {
  const gone: unknown[] = await tx.query(
    'select 1 from recording where leg_id = $1 and destruction_started_at is not null',
    [legId],
  );
  return gone.length > 0;
}

/** Who answered an item last, on the card or on those that it rests on. @returns null where the machine judged */
async function judgeOf(tx: EntityManager, scorecardId: string, itemId: string): Promise<string | null> {
  const [judge]: { personId: string | null }[] = await tx.query(
    `with recursive chain as (
       select id, based_on_id, author_person_id, 0 as back from scorecard where id = $1
       union all select base.id, base.based_on_id, base.author_person_id, back + 1 from chain join scorecard base on base.id = chain.based_on_id
     )
     select author_person_id as "personId" from chain join review_answer on review_answer.scorecard_id = chain.id and item_id = $2
     order by back limit 1`,
    [scorecardId, itemId],
  );
  return judge?.personId ?? null;
}
