import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
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

  /** @param of legs, and the calls under which they are kept. @throws DomainError `not_scored_yet` | `words_destroyed` */
  async ask(of: { callIds: readonly string[]; legIds: readonly string[] }, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockCalls(tx, of.callIds);
      const scored = await tx.findBy(Call, { id: In([...of.callIds]), stage: 'scored' });
      if (scored.length === 0) throw qualityRefusals.not_scored_yet();
      const found: { callId: string; legIds: string[] }[] = await tx.query(
        `select call_id as "callId", array_agg(distinct leg_id) as "legIds" from recording
         where call_id = any($1) and leg_id = any($2) and destruction_started_at is null and split_at is null
           and exists (select 1 from transcript where recording_id = recording.id) group by call_id`,
        [scored.map(({ id }) => id), of.legIds],
      );
      if (found.length === 0) throw qualityRefusals.words_destroyed();
      for (const { callId, legIds } of found)
        await this.journal.append(tx, 'call.rescore_asked', { legIds }, { callId, actorPersonId });
    });
  }
}
