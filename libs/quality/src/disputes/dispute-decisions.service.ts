import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewDisputeDecision } from '#contracts';
import { Clock } from '#platform';
import { ChecklistRegister } from '../checklists/checklist-register.service.js';
import { CountingPointer } from '../counting/counting-pointer.js';
import { qualityRefusals } from '../refusals.js';
import { personCard } from '../reviews/person-card.js';
import { ReviewAnswerRow } from '../reviews/review-answer.entity.js';
import { reviewItems } from '../reviews/review.rules.js';
import { Scorecard } from '../scorecard.entity.js';
import { DecisionLedger } from './decision-ledger.service.js';
import { DisputeRow } from './dispute.entity.js';
import { actsOf, stateOf, type Decider } from './dispute.rules.js';
import { shownCard, wordsAreGone } from './disputes.service.js';

/** Decides disputes; a granted one files a card, which counts before every review. */
@Injectable()
export class DisputeDecisions {
  constructor(
    private readonly source: DataSource,
    private readonly pointer: CountingPointer,
    private readonly checklists: ChecklistRegister,
    private readonly rest: DecisionLedger,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `dispute_over`, `quality_manager_decides`, `not_yours_to_decide`, `dispute_overtaken`, `same_result` */
  async decide(disputeId: string, given: NewDisputeDecision, by: Decider): Promise<void> {
    const { callId } = await this.source.manager.findOneByOrFail(DisputeRow, { id: disputeId });
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const one = await tx.findOneOrFail(DisputeRow, { where: { id: disputeId }, lock: { mode: 'pessimistic_write' } });
      const now = this.clock.now();
      if (stateOf(one, now) !== 'open' || one.stage !== given.stage) throw qualityRefusals.dispute_over();
      if (one.stage === 'quality_manager' && !by.decidesLast) throw qualityRefusals.quality_manager_decides();
      const party = { ...by, involved: (await involvedIn(tx, [disputeId], by.personId)).has(disputeId) };
      if (!actsOf(one, party, now).includes('decide')) throw qualityRefusals.not_yours_to_decide();
      const card = given.outcome && given.decision === 'granted' ? await this.grant(tx, one, given, by, now) : null;
      const note = (await wordsAreGone(tx, one.legId)) ? undefined : given.note;
      await this.rest.file(tx, one, { ...given, note, by, at: now, scorecardId: card });
    });
  }

  private async grant(tx: EntityManager, one: DisputeRow, given: NewDisputeDecision, by: Decider, at: Date) {
    const { legId, checklistId, itemId } = one;
    const base = await shownCard(tx, this.pointer, { legId, checklistId });
    const item = base?.items.find((each) => each.itemId === itemId);
    if (!base || !item || base.id !== given.basedOn) throw qualityRefusals.dispute_overtaken();
    const outcome = given.outcome ?? item.outcome;
    if (item.outcome === outcome) throw qualityRefusals.same_result();
    const { checklist } = await this.checklists.version(checklistId, base.checklistVersion);
    const answer = { itemId, outcome, evidence: [], reason: null, note: null };
    const { items } = reviewItems(base.items, [answer]);
    const card = await personCard(tx, { base, checklist, items, author: 'dispute', personId: by.personId, at });
    await tx.insert(Scorecard, card);
    // Who answered the item is then told as for a review.
    const said = {
      scorecardId: card.id,
      itemId,
      fromOutcome: item.outcome,
      toOutcome: outcome,
      reason: null,
      note: null,
    };
    await tx.insert(ReviewAnswerRow, said);
    await this.pointer.settle(tx, { legId, checklistId }, one.callId);
    return card.id;
  }
}

/** The disputes of these in which a person has a part: they took the call, judged the score, or decided before. */
export async function involvedIn(
  tx: EntityManager,
  disputeIds: readonly string[],
  personId: string,
): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select one.id from dispute one where one.id = any($1) and (
       exists (select 1 from leg where leg.call_id = one.call_id and leg.person_id = $2)
       or exists (select 1 from scorecard card where card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
                  and card.author <> 'automatic' and card.author_person_id = $2)
       or exists (select 1 from dispute_decision said where said.dispute_id = one.id and said.decided_by_person_id = $2))`,
    [disputeIds, personId],
  );
  return new Set(rows.map(({ id }) => id));
}
