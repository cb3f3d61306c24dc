import { Injectable } from '@nestjs/common';
import { DataSource, In, Column, Entity, PrimaryColumn } from 'typeorm';
import { type CallMeasures } from '#contracts';
import { Recording } from '../recording.entity.js';
import { callMeasures, type MeasuredRecording } from './call-measures.rules.js';
import { STRETCHES_AS_THEY_LIE } from './packed-stretches.rules.js';

/** Who spoke when in a sealed recording: times only. Written with the seal, never changed; recordings sealed before have none. */
@Entity('recording_speech')
export class RecordingSpeech {
  @PrimaryColumn('uuid')
  recordingId!: string;

  /** Name and version of what told speech from silence. */
  @Column('text')
  detector!: string;

  /** For each channel the stretches of speech, milliseconds: from, to, from, to, … */
  @Column({ type: 'jsonb', transformer: STRETCHES_AS_THEY_LIE })
  channels!: number[][];

  @Column('timestamptz')
  measuredAt!: Date;
}

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
