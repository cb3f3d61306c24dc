import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser in which an account was signed in to, by the hash of its cookie. */
@Entity('known_device')
export class KnownDevice {
  @PrimaryColumn('text')
  tokenHash!: string;

  @PrimaryColumn('uuid')
  accountId!: string;

  @Column('timestamptz')
  lastUsedAt!: Date;
}
