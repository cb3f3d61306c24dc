import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair in an authenticator of a person; here is its public half. */
@Entity('passkey')
export class Passkey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  /** As the authenticator calls it, base64url. */
  @Column('text')
  credentialId!: string;

  @Column('bytea')
  publicKey!: Buffer;

  /** How often it says that it was used; bigint, so a text. 0: it does not count. */
  @Column('bigint')
  counter!: string;

  @Column('text', { array: true })
  transports!: string[];

  @Column('text')
  name!: string;

  @Column('boolean')
  synced!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}

/** What an authenticator is asked to sign, once, within five minutes; only its hash is kept. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  @PrimaryColumn('text')
  challengeHash!: string;

  @Column('text')
  purpose!: 'sign_in' | 'prove' | 'add';

  /** Whose, of those that a session asked for. */
  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('timestamptz')
  expiresAt!: Date;
}
