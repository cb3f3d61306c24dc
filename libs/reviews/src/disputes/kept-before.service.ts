import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, LOGGER, type Logger } from '#platform';
import { CountingPointer } from '#quality';
import { DisputeDecisionRow, DisputeRow } from '../contested/dispute.entity.js';
import { isChanged } from '#quality';
import { DisputeDecisions } from './dispute-decisions.service.js';
import { shownCard } from './shown-card.js';

/**
 * Makes a person's of what disputes kept before keeping a result did so by itself: the machine's results that gave points, that are shown as they
 * were kept, and that no person has judged since. One that gave no points stays a review's to judge, and one whose words are destroyed changes no more.
 */
@Injectable()
export class KeptBefore {
  constructor(
    private readonly source: DataSource,
    private readonly pointer: CountingPointer,
    private readonly decisions: DisputeDecisions,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns how many were filed */
  async file(): Promise<number> {
    let filed = 0;
    for (const { id } of await unfiled(this.source.manager))
      try {
        if (await this.source.transaction((tx) => this.fileOne(tx, id))) filed += 1;
      } catch (error) {
        // It stays as it is for the next run, and holds up no other.
        this.logger.error(
          { disputeId: id, err: error },
          'a result that was kept could not be filed, and is tried again',
        );
      }
    return filed;
  }

  /** @returns false where another process or a person was faster */
  private async fileOne(tx: EntityManager, disputeId: string): Promise<boolean> {
    const { callId } = await tx.findOneByOrFail(DisputeRow, { id: disputeId });
    await this.pointer.lock(tx, callId);
    if ((await unfiled(tx, disputeId)).length === 0) return false;
    const one = await tx.findOneByOrFail(DisputeRow, { id: disputeId });
    const { legId, checklistId, itemId } = one;
    const shown = await shownCard(tx, this.pointer, { legId, checklistId });
    const item = shown?.card.items.find((each) => each.itemId === itemId);
    const [last] = await tx.find(DisputeDecisionRow, { where: { disputeId }, order: { decidedAt: 'DESC' }, take: 1 });
    if (!shown || !last || item?.outcome !== one.was || item.source === 'human') return false;
    const by = { personId: last.decidedByPersonId };
    const on = { outcome: one.was, base: shown.card, by, at: this.clock.now() };
    const after = await this.decisions.file(tx, one, item, on);
    await tx.update(DisputeDecisionRow, { disputeId, stage: last.stage }, { scorecardId: after.id });
    const said = { disputeId, legId, scorecardId: after.id, changed: isChanged(shown.card, after) };
    await this.journal.append(tx, 'dispute.kept_filed', said, { callId });
    return true;
  }
}

/**
 * Disputes whose kept result is still the machine's, as it is shown. Those that were kept and not filed are few, and are found first: the cards
 * are then read one by one, and never all that there are.
 */
const unfiled = (tx: EntityManager, disputeId: string | null = null): Promise<{ id: string }[]> =>
  tx.query(
    `with one as materialized (select * from dispute one
       where one.outcome = 'kept' and one.judged_by_person_id is null and one.slept_at is null and one.closed_at is null
         and ($1::uuid is null or one.id = $1)
         and not exists (select 1 from dispute_decision said where said.dispute_id = one.id and said.scorecard_id is not null))
     select one.id from one
     join lateral (select card.items from scorecard card
       left join counting_scorecard counting
         on counting.leg_id = card.leg_id and counting.checklist_id = card.checklist_id and counting.scorecard_id = card.id
       where card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
         and not exists (select 1 from review_retraction back where back.scorecard_id = card.id)
       order by counting.scorecard_id is null, card.created_at desc, card.id desc limit 1) shown on true
     where not exists (select 1 from recording where leg_id = one.leg_id and destruction_started_at is not null and split_at is null offset 0)
       and exists (select 1 from jsonb_array_elements(shown.items) item
         where item->>'itemId' = one.item_id and item->>'outcome' = one.was and item->>'source' <> 'human')
       and exists (select 1 from scorecard card, jsonb_array_elements(card.items) item
         where card.id = one.scorecard_id and item->>'itemId' = one.item_id and item->>'source' <> 'human' and not item ? 'notTrusted' offset 0)
     order by one.filed_at, one.id`,
    [disputeId],
  );
