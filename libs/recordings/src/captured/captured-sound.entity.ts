import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a channel of a recording came, where it was captured as it was spoken. Deleted with its recording. */
@Entity('recording_track')
export class RecordingTrack {
  @PrimaryColumn('uuid')
  recordingId!: string;

  /** 0 is left. */
  @PrimaryColumn('int')
  channel!: number;

  /** As the telephone system calls its stream. */
  @Column('text')
  label!: string;

  @Column('text')
  role!: 'agent' | 'customer' | 'unknown';

  @Column('text', { array: true })
  codecs!: string[];

  @Column('int')
  packets!: number;

  @Column('int')
  lost!: number;

  @Column('int')
  longestGapMs!: number;

  @Column('double precision')
  jitterMs!: number;

  /** Packets of a codec that nothing here decodes. */
  @Column('int')
  undecoded!: number;
}

/** A span of a recording in which sound was not taken, or was lost: silence there says nothing. Deleted with its recording. */
@Entity('recording_unheard')
export class RecordingUnheard {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('int')
  fromMs!: number;

  @PrimaryColumn('int')
  toMs!: number;

  @PrimaryColumn('text')
  reason!: 'paused' | 'masked' | 'lost' | 'restart';
}
