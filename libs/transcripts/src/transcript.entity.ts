import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Language, type UnreliableReason } from '#contracts';
import { type SpokenCounts } from '#recordings';

/** One version of a recording's words. The words themselves are in the sealed object. */
@Entity('transcript')
export class TranscriptRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  recordingId!: string;

  @Column('int')
  version!: number;

  /** null once the recording is destroyed: the words are gone, and scores still name the row. */
  @Column('uuid', { nullable: true })
  objectId!: string | null;

  @Column('text')
  language!: Language;

  @Column('text')
  engine!: string;

  @Column('text')
  engineVersion!: string;

  @Column('text')
  model!: string;

  @Column('jsonb')
  unreliable!: UnreliableReason[];

  /** How much each side said, for its speaking rate; null where nobody knows who spoke, and for transcripts from before. */
  @Column('jsonb', { nullable: true })
  spoken!: SpokenCounts | null;

  /** The recording's `wordsWanted` that it was made for. */
  @Column('int', { default: 0 })
  wordsWanted!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

/** A finished chunk of a transcription under way: a restarted worker goes on after it. */
@Entity('transcript_chunk')
export class TranscriptChunk {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('text')
  engine!: string;

  @PrimaryColumn('int')
  channel!: number;

  @PrimaryColumn('int')
  chunk!: number;

  @Column('uuid')
  objectId!: string;
}
