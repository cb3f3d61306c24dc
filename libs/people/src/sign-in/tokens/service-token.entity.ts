import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ServiceScope } from '#contracts';

/** Lets a programme act in its own name. One person asked for it and another confirmed it; only then does it open anything. */
@Entity('service_token')
export class ServiceToken {
  /** The service's own, which the journal names as who acted. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  scopes!: ServiceScope[];

  @Column('jsonb', { nullable: true })
  teamIds!: string[] | null;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  /** Addresses or networks that it is taken from; null: any. */
  @Column('jsonb', { nullable: true })
  addresses!: string[] | null;

  /** sha256, hex: the token itself is nowhere. */
  @Column('text')
  tokenHash!: string;

  /** Its last four characters, to know it by. */
  @Column('text')
  ending!: string;

  /** Who asked, and answers for it: when they leave it opens nothing more. */
  @Column('uuid')
  askedByPersonId!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('uuid', { nullable: true })
  confirmedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
