import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ProviderPurpose } from '#contracts';

/** A browser that was sent to the identity provider, and is to come back within ten minutes. */
@Entity('provider_attempt')
export class ProviderAttempt {
  @PrimaryColumn('uuid')
  id!: string;

  /** sha256 of the secret in the browser's cookie, hex. */
  @Column('text')
  browserHash!: string;

  @Column('text')
  purpose!: ProviderPurpose;

  /** Whose it is, of one that a signed-in person began. */
  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Whom the provider named, where no account belongs to them yet: an invitation may connect one. */
  @Column('text', { nullable: true })
  issuer!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { nullable: true })
  providerSid!: string | null;

  /** Did it say that it asked for a second factor? */
  @Column('boolean', { default: false })
  secondFactor!: boolean;

  /** The refresh token that came with the answer, sealed, for the session that an invitation may open. */
  @Column('bytea', { nullable: true })
  wrappedKey!: Buffer | null;

  @Column('text', { nullable: true })
  keyVersion!: string | null;

  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;
}
