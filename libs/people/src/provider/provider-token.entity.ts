import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what the identity provider can be asked again about a session that was started through it: its refresh token, sealed. */
@Entity('provider_token')
export class ProviderToken {
  @PrimaryColumn('uuid')
  sessionId!: string;

  @Column('bytea')
  wrappedKey!: Buffer;

  @Column('text')
  keyVersion!: string;

  @Column('bytea')
  sealed!: Buffer;

  /** When it was asked last; at first, when the person signed in there. */
  @Column('timestamptz')
  askedAt!: Date;
}
