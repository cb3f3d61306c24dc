import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type BrowserName, type SystemName } from '#contracts';

/** A signed-in browser. Only the token's hash is stored, so a copy of the table is no way to sign in. */
@Entity('session')
export class Session {
  /** sha256 of the cookie's token, hex. */
  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastSeenAt!: Date;

  /** When a page of it with a live socket was last known to look on. */
  @Column('timestamptz', { nullable: true })
  watchedAt!: Date | null;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Where it was started, without the last part; like browser and system, erased when the session ends. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { nullable: true })
  browser!: BrowserName | null;

  @Column('text', { nullable: true })
  system!: SystemName | null;

  /** The password was right, the code has not been given yet. */
  @Column('boolean', { default: false })
  secondFactorPending!: boolean;

  /** When this session last gave a code of the second factor. */
  @Column('timestamptz', { nullable: true })
  secondFactorAt!: Date | null;

  /** When this session last gave the password again, after signing in. */
  @Column('timestamptz', { nullable: true })
  passwordAt!: Date | null;

  /** When the person last signed in again at the identity provider for this session. */
  @Column('timestamptz', { nullable: true })
  providerAt!: Date | null;

  /** When a passkey last proved for this session who sits there. */
  @Column('timestamptz', { nullable: true })
  passkeyAt!: Date | null;

  /** The absence in which this session acts for the person who is away; null: for its own person. */
  @Column('uuid', { nullable: true })
  absenceId!: string | null;

  /** The connection to the identity provider through which it was started; null: it was not. */
  @Column('uuid', { nullable: true })
  identityLinkId!: string | null;

  /** The provider's own session, which a logout there names. */
  @Column('text', { nullable: true })
  providerSid!: string | null;

  /** Did the provider say that it asked for a second factor? */
  @Column('boolean', { default: false })
  providerSecondFactor!: boolean;
}

/** Failed sign-ins by (account name, address): the next try has to wait, longer each time. */
@Entity('sign_in_delay')
export class SignInDelay {
  @PrimaryColumn('text')
  username!: string;

  @PrimaryColumn('text')
  address!: string;

  @Column('int')
  failures!: number;

  @Column('timestamptz')
  delayedUntil!: Date;
}
