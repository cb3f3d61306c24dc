import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { lockCalls } from '#calls';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { ReviewRetractionRow } from './review-retraction.entity.js';
import { countingScorecard, type CountingCandidate } from './counting.rules.js';
import { queueForPeople } from './awaiting-person.js';
import { CountingScorecard, Scorecard } from '../scorecard.entity.js';

/** The leg and checklist that a pointer belongs to. */
export interface Judged {
  readonly legId: string;
  readonly checklistId: string;
}

/**
 * Moves the pointer to the card that counts, by the one pure rule, with a journal entry for every move; what then waits for a person
 * follows in the same transaction. Filing a card locks its call first, so that of two filed at once the later one sees the other.
 */
@Injectable()
export class CountingPointer {
  constructor(
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Before the first card of a call is read or written. */
  async lock(tx: EntityManager, callId: string): Promise<void> {
    await lockCalls(tx, [callId]);
  }

  /** The cards of a leg and checklist, the newest first; reviews that were retracted are none of them, and no card rests on one. */
  async cards(tx: EntityManager, { legId, checklistId }: Judged): Promise<Scorecard[]> {
    const all = await tx.find(Scorecard, { where: { legId, checklistId }, order: { createdAt: 'DESC', id: 'DESC' } });
    const back = await tx.find(ReviewRetractionRow, { where: { legId }, select: { scorecardId: true } });
    const gone = new Set(back.map(({ scorecardId }) => scorecardId));
    return all.filter(({ id }) => !gone.has(id));
  }

  /** Of these cards of a leg and checklist the one that is shown: the counting one, or else the newest; null without any. */
  async shownOf(tx: EntityManager, { legId, checklistId }: Judged, cards: readonly Scorecard[]) {
    const pointer = await tx.findOneBy(CountingScorecard, { legId, checklistId });
    return cards.find(({ id }) => id === pointer?.scorecardId) ?? cards[0] ?? null;
  }

  /** After a card was filed. @returns the card that is shown now: the counting one, or else the newest */
  async settle(tx: EntityManager, judged: Judged, callId: string): Promise<Scorecard> {
    const { legId, checklistId } = judged;
    const cards = await this.cards(tx, judged);
    const chosen = countingScorecard(cards.map(candidate));
    const before = await tx.findOneBy(CountingScorecard, { legId, checklistId });
    const [from, to] = [before?.scorecardId ?? null, chosen?.id ?? null];
    if (!before || from !== to)
      await tx.upsert(CountingScorecard, { legId, checklistId, scorecardId: to }, ['legId', 'checklistId']);
    if (from !== to) {
      const moved = { legId, checklistId, from, to, rule: chosen?.author ?? 'none' };
      await this.journal.append(tx, 'scorecard.counted', moved, { callId });
    }
    const shown = cards.find(({ id }) => id === to) ?? cards[0];
    if (!shown) throw new Error(`leg ${legId} has no scorecard of ${checklistId} to settle`);
    await queueForPeople(tx, shown, this.clock.now());
    return shown;
  }
}

/** A card as the counting rule sees it. Reviews and decisions are filed when they are published, never before. */
export const candidate = ({
  id,
  author,
  createdAt,
  trusted,
  basedOnId,
}: Omit<Scorecard, 'items'>): CountingCandidate => ({
  id,
  author,
  createdAt,
  published: author !== 'automatic',
  trusted,
  basedOnId,
});
