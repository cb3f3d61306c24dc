import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type TokenScope } from '#contracts';

/** Lets a programme act for an account, within its scopes and within what the account may do at that moment. */
@Entity('api_token')
export class ApiToken {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  name!: string;

  /** sha256, hex: the token itself is nowhere. */
  @Column('text')
  tokenHash!: string;

  /** Its last four characters, to know it by. */
  @Column('text')
  ending!: string;

  @Column('jsonb')
  scopes!: TokenScope[];

  @Column('jsonb', { nullable: true })
  teamIds!: string[] | null;

  /** Addresses or networks that it is taken from; null: any. */
  @Column('jsonb', { nullable: true })
  addresses!: string[] | null;

  /** The telephone system whose calls and records it sends; null: any. */
  @Column('text', { nullable: true })
  source!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
