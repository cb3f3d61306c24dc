import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret that an account's authenticator shares, wrapped by the key-encryption key, and the newest code that was taken. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid')
  accountId!: string;

  @Column('text')
  keyVersion!: string;

  @Column('bytea')
  wrappedSeed!: Buffer;

  @Column('timestamptz')
  createdAt!: Date;

  /** null until a first code has shown that the authenticator has the secret. */
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** The newest time step of which a code was taken; bigint, so a text. */
  @Column('bigint', { default: 0 })
  lastStep!: string;
}

/** One of ten ways in for a person who lost the authenticator; only its hash is kept. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid')
  accountId!: string;

  @PrimaryColumn('text')
  codeHash!: string;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
