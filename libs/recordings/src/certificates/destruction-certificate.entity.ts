import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed statement of what was destroyed; checked offline with the public key that it names. */
@Entity('destruction_certificate')
export class DestructionCertificate {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people say: `DC-000001`. Dense: a missing number is a missing certificate. */
  @Column('text')
  number!: string;

  @Column('uuid')
  recordingId!: string;

  /** Of a cut of card codes; null of a whole recording. */
  @Column('uuid', { nullable: true })
  cutId!: string | null;

  /** Of a whole recording; null of a cut. */
  @Column('uuid', { nullable: true })
  destructionId!: string | null;

  @Column('jsonb')
  document!: object;

  @Column('text')
  signature!: string;

  @Column('text')
  publicKey!: string;

  @Column('timestamptz')
  issuedAt!: Date;
}
