import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ObjectKind =
  | 'original'
  | 'provided-words'
  | 'rendition'
  | 'peaks'
  | 'masked-rendition'
  | 'masked-peaks'
  | 'transcript-chunk'
  | 'transcript'
  | 'acts';

/** Spread over 256 folders, by the random end of the id. */
export const storeKeyOf = (objectId: string): string => `${objectId.slice(-2)}/${objectId}`;

/** One sealed object of a recording: how to find, unwrap and check it (docs/decisions/0003). */
@Entity('stored_object')
export class StoredObject {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  recordingId!: string;

  @Column('text')
  kind!: ObjectKind;

  /** Key in the object store. */
  get storeKey(): string {
    return storeKeyOf(this.id);
  }

  /** The object's own key, wrapped by the recording's key. */
  @Column('bytea')
  wrappedKey!: Buffer;

  @Column('bigint')
  plainBytes!: string;

  @Column('int')
  segments!: number;

  /** sha256 of the sealed bytes as they were read back, hex: custody can be checked without any key. Null until then. */
  @Column('text', { nullable: true })
  sealedSha256!: string | null;

  @Column('text')
  mimeType!: string;

  /** When it was read back whole and found right; null until then. */
  @Column('timestamptz', { nullable: true })
  verifiedAt!: Date | null;

  /** When the object store itself was told to keep it, where it can be told (S3 Object Lock); null while it was not. */
  @Column('timestamptz', { nullable: true })
  lockedAt!: Date | null;

  /** When the scrubber last read all of it, damaged or not; null until then. */
  @Column('timestamptz', { nullable: true })
  checkedAt!: Date | null;

  /** Since when it is known not to be what was sealed; null while nothing is known against it. */
  @Column('timestamptz', { nullable: true })
  damagedAt!: Date | null;

  /** When its copy in the second place was read back and found right; null marks it as still to be copied. */
  @Column('timestamptz', { nullable: true })
  copiedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/**
 * An object that is being written. The row is committed before the first byte and removed in the transaction that records the object, so
 * what a killed process leaves behind is known and swept.
 */
@Entity('object_write')
export class ObjectWrite {
  @PrimaryColumn('uuid')
  objectId!: string;

  get storeKey(): string {
    return storeKeyOf(this.objectId);
  }

  /** The recording key made for this write, when it was made for it: swept together. */
  @Column('uuid', { nullable: true })
  keyId!: string | null;

  @Column('timestamptz')
  startedAt!: Date;

  /** When it began to be taken back; from then on it cannot be recorded. Null while it may be. */
  @Column('timestamptz', { nullable: true })
  sweepingAt!: Date | null;
}
