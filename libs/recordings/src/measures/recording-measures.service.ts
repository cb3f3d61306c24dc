import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type CallMeasures } from '#contracts';
import { Recording } from '../recording.entity.js';
import { callMeasures, type MeasuredRecording } from './call-measures.rules.js';
import { RecordingSpeech } from './recording-speech.entity.js';

/** What others know of a recording's leg and words. */
export type AroundRecording = Pick<MeasuredRecording, 'holdSpans' | 'spoken'>;

/** Turns what was kept when a recording was sealed into measures of its conversation. */
@Injectable()
export class RecordingMeasures {
  constructor(private readonly source: DataSource) {}

  /** @returns null for a recording that was sealed before there were measures */
  async of(recordingId: string, around: AroundRecording): Promise<CallMeasures | null> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const [speech] = await this.speechOf([recordingId]);
    return speech ? callMeasures({ ...recording, ...around, speech }) : null;
  }

  /** The kept stretches of several recordings; those that have none are missing. */
  async speechOf(recordingIds: readonly string[]): Promise<RecordingSpeech[]> {
    return this.source.manager.findBy(RecordingSpeech, { recordingId: In([...recordingIds]) });
  }
}
