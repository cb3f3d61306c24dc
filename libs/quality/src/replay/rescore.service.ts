import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Leg } from '#calls';
import { JournalService } from '#journal';
import { qualityRefusals } from '../refusals.js';

/** Asks that one call be scored again by the checklists, lexicons and profile in force. The worker does it; nothing is overwritten. */
@Injectable()
export class RescoreService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `not_scored_yet` | `words_destroyed` */
  async ask(callId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [call]: { stage: string }[] = await tx.query('select stage from call where id = $1 for no key update', [
        callId,
      ]);
      if (call?.stage !== 'scored') throw qualityRefusals.not_scored_yet();
      const legs: { id: string }[] = await tx
        .createQueryBuilder(Leg, 'leg')
        .select('leg.id', 'id')
        .distinct(true)
        .innerJoin('recording', 'recording', 'recording.leg_id = leg.id')
        .innerJoin('transcript', 'transcript', 'transcript.recording_id = recording.id')
        .where('leg.call_id = :callId and recording.destruction_started_at is null', { callId })
        .getRawMany();
      if (legs.length === 0) throw qualityRefusals.words_destroyed();
      const about = { callId, actorPersonId };
      await this.journal.append(tx, 'call.rescore_asked', { legIds: legs.map(({ id }) => id) }, about);
    });
  }
}
