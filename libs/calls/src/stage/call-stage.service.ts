import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type AttentionReason, type CallStage, type JobName, type StageNote } from '#contracts';
import { JournalService } from '#journal';
import { Clock, type Fault } from '#platform';
import { Call } from '../call.entity.js';
import { mayMove } from './journey.js';

/**
 * Moves calls along their journey; each move is one row lock and, where people should know, one journal entry. What people decide is in
 * `CallAttentionService`.
 */
@Injectable()
export class CallStageService {
  constructor(
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves a call on, if it is not there or beyond already: a job that runs twice moves it once. `reason` says that it came there without
   * what is usual; when another leg of the call has it after all, the reason goes.
   * @returns whether it moved
   */
  async advance(tx: EntityManager, callId: string, to: CallStage, reason: StageNote | null = null): Promise<boolean> {
    const call = await this.lock(tx, callId);
    const late = call.stage === to && call.stageReason !== null && reason === null;
    if (!late && !mayMove(call.stage, to)) return false;
    await this.set(tx, callId, to, reason);
    return true;
  }

  /** Hands a call to a person: the job gave up. */
  async needsAttention(
    tx: EntityManager,
    callId: string,
    trouble: { reason: AttentionReason; job: JobName; fault: Fault; said?: string },
  ): Promise<void> {
    const call = await this.lock(tx, callId);
    // A job that was at it when the last recording went: a person could do nothing about that.
    if (call.stage === 'destroyed') return;
    // A second trouble of one call is journalled too; the screen keeps the first reason.
    if (mayMove(call.stage, 'needs_attention')) {
      await this.set(tx, callId, 'needs_attention', trouble.reason);
      await tx.update(Call, callId, { stageSaid: trouble.said ?? null });
    }
    await this.journal.append(tx, 'call.needs_attention', trouble, { callId });
  }

  private async lock(tx: EntityManager, callId: string): Promise<Call> {
    return tx.findOneOrFail(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
  }

  private async set(tx: EntityManager, callId: string, stage: CallStage, stageReason: string | null): Promise<void> {
    await tx.update(Call, callId, { stage, stageReason, stageAt: this.clock.now() });
  }
}
