import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type GrantAction, type GrantPurpose, type GrantScope, type Role } from '#contracts';

/** What a standing grant opens, to whom and for how long. */
export abstract class GrantTerms {
  @Column('text')
  role!: Role;

  @Column('text')
  scope!: GrantScope;

  /** With the scope `team`. */
  @Column('uuid', { nullable: true })
  teamId!: string | null;

  /** With the scope `client`. */
  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column('text')
  purpose!: GrantPurpose;

  @Column('jsonb')
  actions!: GrantAction[];

  @Column('text')
  rendition!: 'masked' | 'original';

  @Column('timestamptz')
  expiresAt!: Date;
}

/** An ordinary right to unwrap recordings, published by legal by two people. Its terms never change (trigger). */
@Entity('standing_grant')
export class StandingGrant extends GrantTerms {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people see: `SG-0001`. */
  @Column('text')
  code!: string;

  @Column('uuid')
  publishedByPersonId!: string;

  @Column('uuid')
  approvedByPersonId!: string;

  @Column('timestamptz')
  validFrom!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedByPersonId!: string | null;

  @Column('text', { nullable: true })
  revokedReason!: string | null;

  /** Null: from before there was a screen. */
  @Column('uuid', { nullable: true })
  proposalId!: string | null;

  /** When those whom it concerns were told that it is about to end. */
  @Column('timestamptz', { nullable: true })
  endingToldAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedToldAt!: Date | null;
}
