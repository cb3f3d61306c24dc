import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CallStageService } from '#calls';
import { WorkService, type Lease } from '#platform';
import { troubleOf } from './attention.rules.js';

/** What a job does when it gives up: the work is closed, and in the same transaction the call of most is handed to a person. */
@Injectable()
export class GiveUp {
  constructor(
    private readonly source: DataSource,
    private readonly works: WorkService,
    private readonly calls: CallStageService,
  ) {}

  async recording(recordingId: string, lease: Lease, error: unknown): Promise<void> {
    await this.hand((tx) => callId(tx, 'recording', recordingId), lease, error);
  }

  async leg(legId: string, lease: Lease, error: unknown): Promise<void> {
    await this.hand((tx) => callId(tx, 'leg', legId), lease, error);
  }

  /** Closes the work only; the call is not affected. */
  async work(lease: Lease, code: string): Promise<void> {
    await this.source.transaction((tx) => this.works.giveUp(tx, lease, code));
  }

  private async hand(callIdOf: (tx: EntityManager) => Promise<string>, lease: Lease, error: unknown): Promise<void> {
    const trouble = troubleOf(error);
    await this.source.transaction(async (tx) => {
      await this.works.giveUp(tx, lease, trouble.reason);
      await this.calls.needsAttention(tx, await callIdOf(tx), { ...trouble, job: lease.job });
    });
  }
}

async function callId(tx: EntityManager, table: 'recording' | 'leg', id: string): Promise<string> {
  const [row]: { call_id: string }[] = await tx.query(`select call_id from ${table} where id = $1`, [id]);
  if (!row) throw new Error(`there is no ${table} ${id}`);
  return row.call_id;
}
