import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that was sent to a person's new address. Only its hash is kept. */
@Entity('email_proof')
export class EmailProof {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  address!: string;

  /** sha256 of the code, hex. */
  @Column('text')
  codeHash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('int')
  wrongTries!: number;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
