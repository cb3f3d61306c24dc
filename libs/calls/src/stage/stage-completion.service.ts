import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CallStage, type StageNote } from '#contracts';
import { WorkService, type Lease } from '#platform';
import { CallStageService } from './call-stage.service.js';
import { lockCalls } from './enter-gate.js';

/**
 * The transaction at the end of a stage: the result is written, the call moves on and the work is done, or none of it. A worker whose lease
 * was lost gets `LeaseLost`, and nothing that it wrote stays.
 */
@Injectable()
export class StageCompletion {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly calls: CallStageService,
  ) {}

  /** @throws LeaseLost */
  async complete(
    lease: Lease,
    callId: string,
    to: CallStage,
    writeResult: (tx: EntityManager) => Promise<void>,
    note: StageNote | null = null,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.work.complete(tx, lease);
      // The call comes before its recordings, as everyone else locks them.
      await lockCalls(tx, [callId]);
      await writeResult(tx);
      await this.calls.advance(tx, callId, to, note);
    });
  }

  /** The result was there already: an earlier try got further than it could say. */
  async alreadyDone(lease: Lease): Promise<void> {
    await this.source.transaction((tx) => this.work.complete(tx, lease));
  }
}
