import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ItemResult, type NewDisputeDecision, type Outcome } from '#contracts';
import { Clock } from '#platform';
import { ChecklistRegister } from '#quality';
import { CountingPointer } from '#quality';
import { Scorecard } from '#quality';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';
import { personCard } from '../review/person-card.js';
import { ReviewAnswerRow } from '../review/review-answer.entity.js';
import { reviewItems } from '../review/review.rules.js';
import { DecisionLedger } from './decision-ledger.service.js';
import { DisputeRow } from '../contested/dispute.entity.js';
import { actsOf, stateOf, type Decider } from './dispute.rules.js';
import { shownCard } from './shown-card.js';

interface Granted {
  readonly outcome: Outcome;
  /** The card that the person who decides looked at. */
  readonly base: Scorecard;
  readonly by: Pick<Decider, 'personId'>;
  readonly at: Date;
}

/** Decides disputes; what is granted, and what is kept that no person gave, files a card, which counts before every review. */
@Injectable()
export class DisputeDecisions {
  constructor(
    private readonly source: DataSource,
    private readonly pointer: CountingPointer,
    private readonly checklists: ChecklistRegister,
    private readonly rest: DecisionLedger,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `dispute_over`, `dispute_asleep`, `quality_manager_decides`, `not_yours_to_decide`, `decision_overtaken`, `same_result` */
  async decide(disputeId: string, given: NewDisputeDecision, by: Decider): Promise<void> {
    const { callId } = await this.source.manager.findOneByOrFail(DisputeRow, { id: disputeId });
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const one = await tx.findOneOrFail(DisputeRow, { where: { id: disputeId }, lock: { mode: 'pessimistic_write' } });
      const now = this.clock.now();
      if (stateOf(one, now) === 'asleep') throw reviewsRefusals.dispute_asleep();
      if (stateOf(one, now) !== 'open' || one.stage !== given.stage) throw reviewsRefusals.dispute_over();
      if (one.stage === 'quality_manager' && !by.decidesLast) throw reviewsRefusals.quality_manager_decides();
      const party = {
        ...by,
        closes: false,
        involved: (await involvedIn(tx, [disputeId], [by.personId])).has(disputeId),
      };
      if (!actsOf(one, party, now).includes('decide')) throw reviewsRefusals.not_yours_to_decide();
      const { legId, checklistId } = one;
      const shown = await shownCard(tx, this.pointer, { legId, checklistId });
      if (shown?.card.id !== given.basedOn) throw reviewsRefusals.decision_overtaken();
      const { decision, outcome } = given;
      const on = { base: shown.card, by, at: now };
      const granted = decision === 'granted' && outcome ? { outcome, ...on } : null;
      const card = granted ? await this.grant(tx, one, granted) : await this.keep(tx, one, on);
      const note = (await wordsAreGone(tx, one.legId)) ? undefined : given.note;
      await this.rest.file(tx, one, { ...given, note, by, at: now, scorecardId: card });
    });
  }

  /** Files the card. A review may have given the result already: then the decision confirms it. @returns the card's id */
  private async grant(tx: EntityManager, one: DisputeRow, { outcome, ...on }: Granted): Promise<string> {
    const item = on.base.items.find(({ itemId }) => itemId === one.itemId);
    if (!item) throw reviewsRefusals.not_on_card();
    if (outcome === one.was) throw reviewsRefusals.same_result();
    return (await this.file(tx, one, item, { outcome, ...on })).id;
  }

  /**
   * A result is a person's once they keep it: it gives points where rules were not trusted with it, and neither another engine nor lost trust
   * changes it. One that a person gave stays as it was. @returns the card's id, where one was filed
   */
  private async keep(tx: EntityManager, one: DisputeRow, on: Omit<Granted, 'outcome'>): Promise<string | null> {
    const item = on.base.items.find(({ itemId }) => itemId === one.itemId);
    if (!item || item.source === 'human') return null;
    return (await this.file(tx, one, item, { outcome: item.outcome, ...on })).id;
  }

  /** Files what a person decided of the item, on top of the card they saw. */
  async file(
    tx: EntityManager,
    one: DisputeRow,
    item: ItemResult,
    { outcome, base, by, at }: Granted,
  ): Promise<Scorecard> {
    const { legId, checklistId, itemId } = one;
    const { checklist } = await this.checklists.version(checklistId, base.checklistVersion);
    const answer = { itemId, outcome, evidence: [], reason: null, note: null };
    const { items } = reviewItems(base.items, [answer]);
    const card = await personCard(tx, { base, checklist, items, author: 'dispute', personId: by.personId, at });
    await tx.insert(Scorecard, card);
    // Who answered the item is then told as for a review.
    const said = { itemId, fromOutcome: item.outcome, toOutcome: outcome, reason: null, note: null };
    await tx.insert(ReviewAnswerRow, { scorecardId: card.id, ...said });
    await this.pointer.settle(tx, { legId, checklistId }, one.callId);
    return card;
  }
}

/** The disputes of these that one of these persons may not decide, having a part in them (`decides_not_the_dispute`, as the database's own refusal). */
export async function involvedIn(
  tx: EntityManager,
  disputeIds: readonly string[],
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select id from dispute where id = any($1)
       and exists (select 1 from unnest($2::uuid[]) person where decides_not_the_dispute(dispute.id, person, null)
         or dispute_of_who_let_in(dispute.id, person, now()))`,
    [disputeIds, personIds],
  );
  return new Set(rows.map(({ id }) => id));
}
