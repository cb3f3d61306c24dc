import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Role } from '#contracts';

/** An ordinary right to unwrap recordings, published by legal with four eyes (design §5). */
@Entity('standing_grant')
export class StandingGrant {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people see: `SG-0001`. */
  @Column('text')
  code!: string;

  @Column('text')
  role!: Role;

  /** `own`: legs of the person; `team`: legs of the teams that the role was given for. */
  @Column('text')
  scope!: 'own' | 'team';

  @Column('text')
  purpose!: 'quality' | 'coaching' | 'own_call';

  @Column('jsonb')
  actions!: ('listen' | 'read')[];

  @Column('text')
  rendition!: 'masked' | 'original';

  @Column('uuid')
  publishedByPersonId!: string;

  @Column('uuid')
  approvedByPersonId!: string;

  @Column('timestamptz')
  validFrom!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
