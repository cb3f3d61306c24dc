import { Column, Entity, PrimaryColumn } from 'typeorm';
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
