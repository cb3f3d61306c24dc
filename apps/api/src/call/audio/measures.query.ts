import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type MeasuresOfCall } from '#contracts';
import { withCorrections, holdSpansIn } from '#calls';
import { type Asker } from '#people';
import { callMeasures, RecordingMeasures, type SpokenCounts } from '#recordings';
import { TranscriptRow } from '#transcripts';
import { CallAccess } from '../../reach/call-access.js';

/** What was measured of a call's sound: numbers only, so that nothing has to be unwrapped. */
@Injectable()
export class MeasuresQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly measures: RecordingMeasures,
  ) {}

  /** @throws DomainError `not_found` */
  async of(asker: Asker, callId: string): Promise<MeasuresOfCall> {
    const legs = await withCorrections(this.source.manager, await this.access.legs(asker, callId, 'scorecards.read'));
    const recordings = await this.access.recordings(legs);
    const ids = recordings.map(({ id }) => id);
    const [kept, spoken] = await Promise.all([this.measures.speechOf(ids), this.spoken(ids)]);
    return {
      recordings: recordings.map((recording) => {
        const { id: recordingId, legId } = recording;
        const speech = kept.find((one) => one.recordingId === recordingId);
        const leg = legs.find(({ id }) => id === legId);
        const holdSpans = leg ? holdSpansIn(leg, recording.beganAt) : [];
        const around = { holdSpans, spoken: spoken.get(recordingId) ?? null };
        return { recordingId, legId, measures: speech ? callMeasures({ ...recording, ...around, speech }) : null };
      }),
    };
  }

  /** How much each side said, by the newest words of each recording. */
  private async spoken(recordingIds: readonly string[]): Promise<Map<string, SpokenCounts | null>> {
    const rows = await this.source.manager.find(TranscriptRow, {
      where: { recordingId: In([...recordingIds]) },
      order: { version: 'ASC' },
    });
    return new Map(rows.map(({ recordingId, spoken }) => [recordingId, spoken]));
  }
}
