import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { StageCompletion } from '#calls';
import { JournalService } from '#journal';
import { Clock, type Lease } from '#platform';
import { countingScorecard, type CountingCandidate } from '../counting.rules.js';
import { CountingScorecard, Scorecard } from '../scorecard.entity.js';

type NewScorecard = Omit<Scorecard, 'createdAt'>;

/** Files scorecards, which never change, and moves the pointer to the one that counts. */
@Injectable()
export class ScorecardLedger {
  constructor(
    private readonly completion: StageCompletion,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Files an automatic scorecard, unless the same judgement is on file, and completes the work: one transaction. */
  async file(card: NewScorecard, callId: string, lease: Lease): Promise<void> {
    const { legId, checklistId, checklistVersion } = card;
    await this.completion.complete(lease, callId, 'scored', async (tx) => {
      if (await this.insertOnce(tx, card)) {
        const scored = { legId, scorecardId: card.id, checklistId, version: checklistVersion };
        await this.journal.append(tx, 'checklist.scored', scored, { callId });
        await this.movePointer(tx, card, callId);
      }
    });
  }

  private async insertOnce(tx: EntityManager, card: NewScorecard): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Scorecard)
      .values({ ...card, createdAt: this.clock.now() })
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  private async movePointer(tx: EntityManager, card: NewScorecard, callId: string): Promise<void> {
    const { legId, checklistId } = card;
    await tx.query('insert into counting_scorecard (leg_id, checklist_id) values ($1, $2) on conflict do nothing', [
      legId,
      checklistId,
    ]);
    const pointer = await tx.findOneOrFail(CountingScorecard, {
      where: { legId, checklistId },
      lock: { mode: 'pessimistic_write' },
    });
    const cards = await tx.findBy(Scorecard, { legId, checklistId });
    const chosen = countingScorecard(cards.map(candidate));
    const to = chosen?.id ?? null;
    if (to === pointer.scorecardId) return;
    await tx.update(CountingScorecard, { legId, checklistId }, { scorecardId: to });
    const moved = { legId, checklistId, from: pointer.scorecardId, to, rule: chosen?.author ?? 'none' };
    await this.journal.append(tx, 'scorecard.counted', moved, { callId });
  }
}

const candidate = ({ id, author, createdAt, trusted }: Scorecard): CountingCandidate => ({
  id,
  author,
  createdAt,
  published: author !== 'automatic',
  trusted,
});
