import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DestructionReason, type Emptied } from '#contracts';
import { type ExportedCopy } from '#legal';
import { type KeyDestruction } from '#platform';
import { type ErasedRows } from '#recordings';

/** An object as it was when its destruction started. */
export interface ObjectToDestroy {
  objectId: string;
  kind: string;
  storeKey: string;
  /** sha256 of its stored bytes, where it had been read back. */
  sealedSha256: string | null;
}

/** What there was when a destruction started: objects of the recording, and packages of evidence that hold it. */
export interface DestructionPlan {
  objects: ObjectToDestroy[];
  packages: ExportedCopy[];
}

/** Ciphertext that outlives its key. `until` is null where a legal hold keeps it in the store. */
export interface LockedObject {
  objectId: string;
  until: string | null;
}

/** An order to destroy a recording, and how far it has come. */
@Entity('destruction')
export class Destruction {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  recordingId!: string;

  @Column('uuid')
  callId!: string;

  @Column('text')
  reason!: DestructionReason;

  @Column('int', { nullable: true })
  scheduleVersion!: number | null;

  @Column('uuid', { nullable: true })
  requestId!: string | null;

  @Column('timestamptz')
  orderedAt!: Date;

  /** From then on it may start. */
  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  /** The point of no return. */
  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('uuid')
  keyId!: string;

  @Column('jsonb', { nullable: true })
  objects!: ObjectToDestroy[] | null;

  @Column('jsonb', { nullable: true })
  packages!: ExportedCopy[] | null;

  /** Why it counts where no order of this database's led to it: after a restore. Null: it was ordered here. */
  @Column('text', { nullable: true })
  basis!: 'certificate' | 'both_copies' | null;

  /** What was done to each copy of the key; null where an earlier release destroyed it. */
  @Column('jsonb', { nullable: true })
  keyCopies!: KeyDestruction | null;

  @Column('timestamptz', { nullable: true })
  keyDestroyedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  rowsErasedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  erased!: ErasedRows | null;

  /** What was emptied of the person on the call; null where no erasure was agreed to, or something still keeps the call. */
  @Column('jsonb', { nullable: true })
  emptied!: Emptied | null;

  @Column('timestamptz', { nullable: true })
  bytesDeletedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  locked!: LockedObject[] | null;

  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;
}
