import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Language, type UnreliableReason, type WordsOrigin } from '#contracts';
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

  /** How much each side said, for its speaking rate; null where it is not known who spoke, and for transcripts from before. */
  @Column('jsonb', { nullable: true })
  spoken!: SpokenCounts | null;

  /** The recording's `wordsWanted` that it was made for. */
  @Column('int', { default: 0 })
  wordsWanted!: number;

  /** `corrected`: a person mended words of the version before. */
  @Column('text', { default: 'heard' })
  origin!: WordsOrigin;

  @Column('uuid', { nullable: true })
  byPersonId!: string | null;

  /** Words, characters in Mandarin; null in transcripts from before, and in first versions. */
  @Column('int', { nullable: true })
  words!: number | null;

  /** How many of them differ from the version before. */
  @Column('int', { nullable: true })
  changed!: number | null;

  /** How long hearing took by the clock; null where nothing was heard, or one try did not do all of it. */
  @Column('int', { nullable: true })
  heardMs!: number | null;

  /** The run of hearing again that it was made in. */
  @Column('uuid', { nullable: true })
  runId!: string | null;

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
