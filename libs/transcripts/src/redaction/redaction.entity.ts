import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type RedactionMode, type SensitiveKind, type SensitiveSpan } from '#contracts';
import { DecidedVersion } from '#people';

/** Where sensitive words are in a transcript, as one version of the rules found them. A newer version adds a row. */
@Entity('redaction')
export class RedactionRow {
  @PrimaryColumn('uuid')
  transcriptId!: string;

  @PrimaryColumn('int')
  rulesVersion!: number;

  @Column('jsonb')
  spans!: SensitiveSpan[];

  @Column('timestamptz')
  createdAt!: Date;
}

/** What a person said of a stretch that may be a card's code; it holds for what later rules find there too. */
@Entity('card_code_decision')
export class CardCodeDecision {
  @PrimaryColumn('uuid')
  transcriptId!: string;

  @PrimaryColumn('int')
  turn!: number;

  @PrimaryColumn('int')
  fromChar!: number;

  @Column('int')
  toChar!: number;

  @Column('text')
  answer!: 'code' | 'no_code';

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  decidedAt!: Date;
}

/** A version of what the company hides. One that hides less than the one before is in force once a second person has agreed. */
@Entity('redaction_policy')
export class RedactionPolicyRow extends DecidedVersion {
  @Column('text')
  mode!: RedactionMode;

  @Column('jsonb')
  kinds!: SensitiveKind[];

  @Column('text')
  unchecked!: 'listen' | 'refuse';

  @Column('boolean')
  weakens!: boolean;
}

/** The copy of a recording that ordinary listening gets: silent where something sensitive is said. One for each recording, made again when needed. */
@Entity('masked_sound')
export class MaskedSound {
  @PrimaryColumn('uuid')
  recordingId!: string;

  /** The words and the rules that it was made by; with others it is not served. */
  @Column('uuid')
  transcriptId!: string;

  @Column('int')
  rulesVersion!: number;

  @Column('uuid')
  renditionObjectId!: string;

  @Column('uuid')
  peaksObjectId!: string;

  /** Silent stretches, milliseconds, merged. */
  @Column('jsonb')
  spansMs!: [number, number][];

  @Column('timestamptz')
  madeAt!: Date;
}

/** One cut of card codes out of a stored recording: what was silenced, and what of the old is still to be destroyed. */
@Entity('recording_cut')
export class RecordingCut {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  recordingId!: string;

  @Column('uuid')
  transcriptId!: string;

  @Column('int')
  rulesVersion!: number;

  @Column('jsonb')
  spansMs!: [number, number][];

  @Column('uuid')
  oldKeyId!: string;

  @Column('jsonb')
  oldObjects!: CutObject[];

  /** sha256 of the original's plaintext after the cut, hex. */
  @Column('text')
  newSha256!: string;

  @Column('timestamptz')
  cutAt!: Date;

  @Column('timestamptz', { nullable: true })
  keyDestroyedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  oldObjectsDeletedAt!: Date | null;
}

/** An object that a cut destroys. */
export interface CutObject {
  objectId: string;
  kind: string;
  storeKey: string;
  /** sha256 of its stored bytes, where it had been read back. */
  sealedSha256: string | null;
}
