import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';
import { ReviewAcknowledgementRow } from './review-acknowledgement.entity.js';

/** An agent says that they have read a review. They may contest its results as before. */
@Injectable()
export class AcknowledgeReview {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller has seen that the leg is within reach.
   * @param agentPersonId who took the leg
   * @throws DomainError `not_found`, `agent_acknowledges`, `acknowledged_already`, `review_replaced`
   */
  async acknowledge(
    { legId, scorecardId }: Pick<ReviewAcknowledgementRow, 'legId' | 'scorecardId'>,
    by: { personId: string; agentPersonId: string; note: string | null },
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const row = await tx.findOne(ReviewAcknowledgementRow, { where: { scorecardId, legId }, lock });
      if (!row) throw reviewsRefusals.not_found();
      if (by.personId !== by.agentPersonId) throw reviewsRefusals.agent_acknowledges();
      if (row.acknowledgedAt) throw reviewsRefusals.acknowledged_already();
      if (row.endedAt) throw reviewsRefusals.review_replaced();
      const note = (await wordsAreGone(tx, legId)) ? null : by.note;
      const read = { acknowledgedAt: this.clock.now(), acknowledgedByPersonId: by.personId, note };
      await tx.update(ReviewAcknowledgementRow, { scorecardId }, read);
      const said = { scorecardId, legId, checklistId: row.checklistId };
      await this.journal.append(tx, 'review.acknowledged', said, { callId: row.callId, actorPersonId: by.personId });
    });
  }
}
