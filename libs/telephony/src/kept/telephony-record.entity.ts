import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record as its system wrote it, sealed. Where it lies in the call's rows, nothing of it can be read. */
@Entity('telephony_record')
export class TelephonyRecordRow {
  @PrimaryColumn('uuid')
  sourceId!: string;

  /** The record's own id as a UUID. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { nullable: true })
  at!: Date | null;

  @Column('timestamptz')
  receivedAt!: Date;

  /** Hashes of what records of one call find each other by; numbers of 64 bits as text. */
  @Column('bigint', { array: true })
  keys!: string[];

  /** The call that it tells of; null: not folded yet, or of none. */
  @Column('uuid', { nullable: true })
  callId!: string | null;

  @Column('uuid')
  keyId!: string;

  @Column('bytea', { select: false })
  body!: Buffer;

  /** What it tells is not in its call yet. */
  @Column('boolean', { default: true })
  due!: boolean;
}

/** The key of a source's records of one day. What it sealed is gone everywhere once it is destroyed, also in backups. */
@Entity('telephony_key')
export class TelephonyKey {
  @PrimaryColumn('uuid')
  keyId!: string;

  @Column('uuid')
  sourceId!: string;

  /** The day on which its records happened, in UTC: `2026-12-01`. */
  @Column('date')
  day!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Nothing is sealed with it any more. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  destroyedAt!: Date | null;

  /** When it was last asked whether the term of its records is over (`record-days.ts`). */
  @Column('timestamptz', { nullable: true })
  lookedAt!: Date | null;
}

/** The key of the keyed hash by which a customer is known again; there is one. */
@Entity('customer_secret')
export class CustomerSecret {
  @PrimaryColumn('uuid')
  keyId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
