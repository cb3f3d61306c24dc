import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Custody, type SoundChecks, type SpeakerRole, type WordsRefusal } from '#contracts';

/** One recording of a leg, identified for ever by (source, externalId). */
@Entity('recording')
export class Recording {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('text')
  source!: string;

  @Column('text')
  externalId!: string;

  /** sha256 of exactly the bytes received, hex. */
  @Column('text')
  sha256!: string;

  @Column('bigint')
  bytes!: string;

  /** When its first second was, by the wall clock; null: not told. */
  @Column('timestamptz', { nullable: true })
  beganAt!: Date | null;

  /**
   * Since when others that were cut stand for it: it holds the talks of several agents and stays sealed as it was received, or it is a part
   * that was cut again. It is neither heard, read nor judged.
   */
  @Column('timestamptz', { nullable: true })
  splitAt!: Date | null;

  /** The recording that it was cut from; null: it came as it is. */
  @Column('uuid', { nullable: true })
  partOfId!: string | null;

  /** Where in that recording it begins, in milliseconds. */
  @Column('int', { nullable: true })
  partFromMs!: number | null;

  /** Of the sound that came, counted from the file's frames; of what it decodes to, once it is sealed. */
  @Column('int')
  durationMs!: number;

  @Column('int')
  channels!: number;

  @Column('int')
  sampleRate!: number;

  /** A name from `CODINGS`. */
  @Column('text')
  codec!: string;

  @Column('text', { nullable: true })
  agentChannel!: 'left' | 'right' | null;

  @Column('text')
  custody!: Custody;

  /** The file ended early, or could be decoded in part only. */
  @Column('boolean')
  incomplete!: boolean;

  @Column('boolean')
  damaged!: boolean;

  /** The recorded person asked for its erasure or took consent back: only Legal opens it until that is decided (PIPL 47). */
  @Column('boolean', { default: false })
  restricted!: boolean;

  /** Card codes are to be cut out of it once no hold covers it any more. */
  @Column('boolean', { default: false })
  cutDeferred!: boolean;

  /** The point of no return; null before. From then on nothing of it is opened, held or added to. */
  @Column('timestamptz', { nullable: true })
  destructionStartedAt!: Date | null;

  /** Names the recording key in the key store; the key itself is never in the database. */
  @Column('uuid')
  keyId!: string;

  @Column('timestamptz', { nullable: true })
  sealedAt!: Date | null;

  /** What was measured and found when it was sealed; null until then, and for recordings sealed before there were checks. */
  @Column('jsonb', { nullable: true })
  soundChecks!: SoundChecks | null;

  /** 0–1 while words are being recognised. */
  @Column('double precision', { nullable: true })
  progress!: number | null;

  /** Who each speaker is where the channels alone do not tell, in the order in which they first speak; null inside: to be asked. */
  @Column('jsonb', { nullable: true })
  speakers!: (SpeakerRole | null)[] | null;

  /** Why the words that came with the call cannot be used, and where; carries none of them. */
  @Column('jsonb', { nullable: true })
  wordsRefusal!: WordsRefusal | null;

  /**
   * What a person said of agent and customer, against its words: that they are the other way round, or (before words were made for that)
   * that they are right as they are. null again once words say so.
   */
  @Column('text', { nullable: true })
  sidesSaid!: 'swapped' | 'as_they_are' | null;

  /** Raised whenever something was corrected that the words rest on: a transcript made for a lower number is made again. */
  @Column('int', { default: 0 })
  wordsWanted!: number;

  /** Since when its sound is to be heard once more; null once it was. Until then, and if nothing is heard, its older words count. */
  @Column('timestamptz', { nullable: true })
  rehearAskedAt!: Date | null;

  /** The run over many calls in which that was, or is. */
  @Column('uuid', { nullable: true })
  rehearRunId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
