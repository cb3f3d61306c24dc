import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person at the company's identity provider, and the account here that is theirs. An e-mail address is no part of it: those are given to others again. */
@Entity('identity_link')
export class IdentityLink {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  /** By the person, signed in, with a fresh proof; or with the code of an invitation. */
  @Column('text')
  how!: 'account_page' | 'invitation';

  @Column('timestamptz')
  linkedAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  /** When the provider last said that it asked for a second factor; null: never. */
  @Column('timestamptz', { nullable: true })
  secondFactorAt!: Date | null;
}
