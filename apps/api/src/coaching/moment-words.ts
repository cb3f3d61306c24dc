import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Leg } from '#calls';
import { CoachingMomentRow } from '#coaching';
import { type MomentWords } from '#contracts';
import { type Asker } from '#people';
import { Recording } from '#recordings';
import { TranscriptRow } from '#transcripts';
import { TranscriptReader } from '../call/words/transcript-reader.js';
import { apiRefusals } from '../refusals.js';

/** Cuts the words of a moment out of its transcript: under a live grant to read, masked, and journalled like every reading. */
@Injectable()
export class CoachingWords {
  constructor(
    private readonly source: DataSource,
    private readonly reader: TranscriptReader,
  ) {}

  /** @param momentId of a moment that the asker sees, with its place @throws DomainError `no_transcript`, `no_grant`, and why words are shut */
  async of(asker: Asker, momentId: string): Promise<MomentWords> {
    const { legId, fromMs, toMs } = await this.source.manager.findOneByOrFail(CoachingMomentRow, { id: momentId });
    const leg = await this.source.manager.findOneByOrFail(Leg, { id: legId });
    const recordings = await this.source.manager.findBy(Recording, { legId, splitAt: IsNull() });
    const row = await this.source.manager.findOne(TranscriptRow, {
      where: { recordingId: In(recordings.map(({ id }) => id)) },
      order: { createdAt: 'DESC', version: 'DESC' },
    });
    if (!row || fromMs === null || toMs === null) throw apiRefusals.no_transcript();
    const grantId = await this.reader.grantFor(asker, leg);
    if (grantId === null) throw apiRefusals.no_grant();
    const { turns } = await this.reader.transcript(asker, row, grantId, leg.callId);
    const within = turns.filter((turn) => turn.toMs >= fromMs && turn.fromMs <= toMs);
    return { turns: within.map(({ speaker, fromMs: at, text }) => ({ speaker, fromMs: at, text })) };
  }
}
