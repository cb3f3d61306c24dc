import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type SignInPolicy } from '#contracts';

/** A version of what signing in asks of everyone. It holds once a second person has agreed. */
@Entity('sign_in_policy')
export class SignInPolicyRow {
  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  policy!: SignInPolicy;

  /** By role, since when it needs a second factor. */
  @Column('jsonb')
  requiredSince!: Record<string, string>;

  /** null of version 0, which every installation begins with. */
  @Column('uuid', { nullable: true })
  proposedByPersonId!: string | null;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('text', { nullable: true })
  decision!: 'agreed' | 'refused' | null;

  @Column('uuid', { nullable: true })
  decidedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
