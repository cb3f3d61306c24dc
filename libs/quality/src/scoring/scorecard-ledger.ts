import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { StageCompletion } from '#calls';
import { JournalService } from '#journal';
import { Clock, type Lease } from '#platform';
import { CountingPointer } from '../counting/counting-pointer.js';
import { Scorecard } from '../scorecard.entity.js';

type NewScorecard = Omit<Scorecard, 'createdAt'>;

/** A leg judged again by one checklist. */
export interface Refiled {
  readonly card: NewScorecard;
  /** Whether it is on file now, or says nothing new. */
  readonly isNew: boolean;
  /** The cards that were shown before and are shown since: the same where a person's counts. */
  readonly before: Scorecard | null;
  readonly after: Scorecard;
}

/** Files scorecards, which never change, and moves the pointer to the one that counts. */
@Injectable()
export class ScorecardLedger {
  constructor(
    private readonly completion: StageCompletion,
    private readonly pointer: CountingPointer,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * Files a leg's automatic scorecards, one for each checklist that judges it, unless the same judgement is on file, and completes the work:
   * one transaction. Where no checklist judges the leg, that is what is filed.
   */
  async file(leg: { id: string; callId: string }, cards: readonly NewScorecard[], lease: Lease): Promise<void> {
    const { callId } = leg;
    const judged = cards.length > 0;
    const write = async (tx: EntityManager): Promise<void> => {
      for (const card of cards) await this.fileCard(tx, card, callId);
      if (!judged) await this.journal.append(tx, 'leg.not_judged', { legId: leg.id }, { callId });
    };
    await this.completion.complete(lease, callId, 'scored', write, judged ? null : 'not_judged');
  }

  /** Files cards of a leg that has been judged before, as `file` does, in the caller's transaction. */
  async fileAgain(tx: EntityManager, callId: string, cards: readonly NewScorecard[]): Promise<Refiled[]> {
    const refiled: Refiled[] = [];
    for (const card of cards) refiled.push(await this.fileCard(tx, card, callId));
    return refiled;
  }

  private async fileCard(tx: EntityManager, card: NewScorecard, callId: string): Promise<Refiled> {
    await this.pointer.lock(tx, callId);
    const cards = await this.pointer.cards(tx, card);
    const before = await this.pointer.shownOf(tx, card, cards);
    const newest = cards.find(({ author }) => author === 'automatic');
    if (newest && before && isSameJudgement(newest, card)) return { card, isNew: false, before, after: before };
    await tx.insert(Scorecard, { ...card, createdAt: this.clock.now() });
    const { id: scorecardId, legId, checklistId, checklistVersion: version } = card;
    await this.journal.append(tx, 'checklist.scored', { legId, scorecardId, checklistId, version }, { callId });
    return { card, isNew: true, before, after: await this.pointer.settle(tx, card, callId) };
  }
}

const NAMED = ['checklistVersion', 'transcriptId', 'lexiconHash', 'engineHash', 'profileHash', 'resultSha256'] as const;

/** Judged by the same, with the same result. Only the newest is compared: going back to earlier lexicons is a judgement of its own. */
const isSameJudgement = (a: NewScorecard, b: NewScorecard): boolean => NAMED.every((name) => a[name] === b[name]);
