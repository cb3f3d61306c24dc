import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Language, type Role } from '#contracts';

/** A human being, by staff number. Four-eyes constraints compare persons, so that a second account gives no second vote. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  staffNumber!: string;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;

  @Column('uuid')
  teamId!: string;

  /** Where the person is told by mail; null: on screen only. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** When the person proved the address by a code that was sent there; null: not yet, and no file goes there. */
  @Column('timestamptz', { nullable: true })
  emailProvedAt!: Date | null;

  /** The last that was proved before: it is told of the change. */
  @Column('text', { nullable: true })
  emailBefore!: string | null;

  /** When the person left the company; the accounts are closed then. */
  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;
}

/** A way for a person to sign in. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  username!: string;

  /** argon2id, PHC string; null until the account is opened with an invitation. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('text')
  language!: Language;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  /** null while it is still the first one. */
  @Column('timestamptz', { nullable: true })
  passwordChangedAt!: Date | null;

  /** Since when it has its present password. */
  @Column('timestamptz', { default: () => 'now()' })
  passwordSetAt!: Date;

  /** By which browsers seal what it typed and did not send; null until one asks. */
  @Column('bytea', { nullable: true, select: false })
  typedKey!: Buffer | null;
}

/** A role for one team, for one client's teams, or (both null) for every client's. Giving one needs two other people (database constraint). */
@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  /** The account's person: must be neither of the two who give and approve such a role. */
  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  /** null for roles that set-up gives, before there are people who could. */
  @Column('uuid', { nullable: true })
  grantedByPersonId!: string | null;

  @Column('uuid', { nullable: true })
  approvedByPersonId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** Set by the database: both who gave and who approved it are one person, or of the hands of one (decision 112). */
  @Column({ type: 'boolean', insert: false, update: false })
  byOnePerson!: boolean;
}
