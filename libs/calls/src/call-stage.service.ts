import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JOBS, type AttentionReason, type CallStage, type JobName } from '#contracts';
import { JournalService } from '#journal';
import { Clock, DomainError, WorkService, type Fault } from '#platform';
import { Call } from './call.entity.js';
import { mayMove } from './journey.js';

/** The stage a call is at while this job is still to be done. */
const STAGE_BEFORE: Record<JobName, CallStage> = {
  'seal-recording': 'recorded',
  'transcribe-recording': 'sealed',
  'score-leg': 'transcribed',
};

/** Moves calls along their journey; each move is one row lock and, where people should know, one journal entry. */
@Injectable()
export class CallStageService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves a call on, if it is not there or beyond already: a job that runs twice moves it once.
   * @returns whether it moved
   */
  async advance(tx: EntityManager, callId: string, to: CallStage): Promise<boolean> {
    const call = await this.lock(tx, callId);
    if (!mayMove(call.stage, to)) return false;
    await this.set(tx, callId, to, null);
    return true;
  }

  /** Hands a call to a person: the job gave up. */
  async needsAttention(
    tx: EntityManager,
    callId: string,
    trouble: { reason: AttentionReason; job: JobName; fault: Fault },
  ): Promise<void> {
    const call = await this.lock(tx, callId);
    // A second trouble of one call is journalled too; the screen keeps the first reason.
    if (mayMove(call.stage, 'needs_attention')) await this.set(tx, callId, 'needs_attention', trouble.reason);
    await this.journal.append(tx, 'call.needs_attention', trouble, { callId });
  }

  /** A person asks for another try: what was given up for the call is opened again. @throws DomainError `nothing_to_retry` */
  async retry(callId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const call = await this.lock(tx, callId);
      const subjects: { id: string }[] = await tx.query(
        'select id from leg where call_id = $1 union all select id from recording where call_id = $1',
        [callId],
      );
      const jobs =
        call.stage === 'needs_attention'
          ? await this.work.retryFailed(
              tx,
              subjects.map(({ id }) => id),
            )
          : [];
      const first = (Object.keys(JOBS) as JobName[]).find((job) => jobs.includes(job));
      if (!first) throw nothingToRetry();
      await this.set(tx, callId, STAGE_BEFORE[first], null);
      for (const job of jobs) await this.journal.append(tx, 'call.retried', { job }, { callId, actorPersonId });
    });
  }

  private async lock(tx: EntityManager, callId: string): Promise<Call> {
    return tx.findOneOrFail(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
  }

  private async set(tx: EntityManager, callId: string, stage: CallStage, stageReason: string | null): Promise<void> {
    await tx.update(Call, callId, { stage, stageReason, stageAt: this.clock.now() });
  }
}

const nothingToRetry = () =>
  new DomainError('nothing_to_retry', 'conflict', {
    zh: '这通电话没有等待重试的步骤，可能刚刚已由他人重试。请刷新后查看。',
    en: 'Nothing on this call waits for a retry; somebody may have just started it. Reload to see.',
  });
