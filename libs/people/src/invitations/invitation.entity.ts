import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A way to open an account once. Only the code's hash is kept; one is open for an account at a time. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  /** sha256 of the code, hex. */
  @Column('text')
  codeHash!: string;

  @Column('uuid', { nullable: true })
  createdByPersonId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('int')
  wrongTries!: number;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
