import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Leg } from '#calls';
import { type Asker } from '#people';
import { LegToScoreService, type SealedLeg } from '#quality';
import { TranscriptRow } from '#transcripts';
import { TranscriptReader } from '../call/words/transcript-reader.js';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';

/**
 * The words of a call for the bench. The asker reads them as on the call's page, by right and grant, journalled and masked, and sees no
 * others; judged are the words that scoring judges, so that the bench comes to what scoring would.
 */
@Injectable()
export class BenchWords {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly reader: TranscriptReader,
    private readonly legs: LegToScoreService,
  ) {}

  /** Of the first visible leg that has any. @throws DomainError `not_found`, `no_transcript`, `no_grant` */
  async ofCall(asker: Asker, callId: string): Promise<SealedLeg> {
    const legs = await this.access.legs(asker, callId, 'transcripts.read');
    for (const leg of legs) {
      if (!(await this.hasWords(leg))) continue;
      const grantId = await this.reader.grantFor(asker, leg);
      if (grantId === null) throw apiRefusals.no_grant();
      const stored = await this.legs.stored(leg.id);
      if (!stored) continue;
      const { row, ...rest } = stored;
      return { ...rest, shown: await this.reader.read(asker, row, grantId, leg.callId) };
    }
    throw apiRefusals.no_transcript();
  }

  private async hasWords(leg: Leg): Promise<boolean> {
    const recordings = await this.access.recordings([leg]);
    return this.source.manager.existsBy(TranscriptRow, { recordingId: In(recordings.map(({ id }) => id)) });
  }
}
