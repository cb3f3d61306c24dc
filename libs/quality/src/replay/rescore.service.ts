import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Call, lockCalls } from '#calls';
import { JournalService } from '#journal';
import { qualityRefusals } from '../refusals.js';

/** Asks that legs of a call be scored again by the checklists, lexicons and profile in force. The worker does it; nothing is overwritten. */
@Injectable()
export class RescoreService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `not_scored_yet` | `words_destroyed` */
  async ask({ callId, legIds }: { callId: string; legIds: readonly string[] }, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockCalls(tx, [callId]);
      if (!(await tx.existsBy(Call, { id: callId, stage: 'scored' }))) throw qualityRefusals.not_scored_yet();
      const legs: { id: string }[] = await tx.query(
        `select distinct leg_id as id from recording
         where call_id = $1 and leg_id = any($2) and destruction_started_at is null
           and exists (select 1 from transcript where recording_id = recording.id)`,
        [callId, legIds],
      );
      if (legs.length === 0) throw qualityRefusals.words_destroyed();
      const about = { callId, actorPersonId };
      await this.journal.append(tx, 'call.rescore_asked', { legIds: legs.map(({ id }) => id) }, about);
    });
  }
}
