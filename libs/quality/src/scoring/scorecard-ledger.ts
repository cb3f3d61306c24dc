import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { StageCompletion } from '#calls';
import { JournalService } from '#journal';
import { Clock, type Lease } from '#platform';
import { CountingPointer } from '../counting/counting-pointer.js';
import { Scorecard } from '../scorecard.entity.js';

type NewScorecard = Omit<Scorecard, 'createdAt'>;

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

  /** Files cards of a leg that has been judged before, as `file` does, in the caller's transaction. @returns how many were filed */
  async fileAgain(tx: EntityManager, callId: string, cards: readonly NewScorecard[]): Promise<number> {
    let filed = 0;
    for (const card of cards) if (await this.fileCard(tx, card, callId)) filed += 1;
    return filed;
  }

  private async fileCard(tx: EntityManager, card: NewScorecard, callId: string): Promise<boolean> {
    await this.pointer.lock(tx, callId);
    const newest = (await this.pointer.cards(tx, card)).find(({ author }) => author === 'automatic');
    if (newest && isSameJudgement(newest, card)) return false;
    await tx.insert(Scorecard, { ...card, createdAt: this.clock.now() });
    const { id: scorecardId, legId, checklistId, checklistVersion: version } = card;
    await this.journal.append(tx, 'checklist.scored', { legId, scorecardId, checklistId, version }, { callId });
    await this.pointer.settle(tx, card, callId);
    return true;
  }
}

const NAMED = ['checklistVersion', 'transcriptId', 'lexiconHash', 'engineHash', 'profileHash', 'resultSha256'] as const;

/** Judged by the same, with the same result. Only the newest is compared: going back to earlier lexicons is a judgement of its own. */
const isSameJudgement = (a: NewScorecard, b: NewScorecard): boolean => NAMED.every((name) => a[name] === b[name]);
