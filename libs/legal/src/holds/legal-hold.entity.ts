import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type HoldRule } from '#contracts';

/** Why recordings are kept in spite of the schedule. What it covers are `custody_hold` rows. */
@Entity('legal_hold')
export class LegalHold {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people say: `LH-0001`. */
  @Column('text')
  code!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  reason!: string;

  /** Covers every call that fits, also those still to come; null covers what was listed. */
  @Column('jsonb', { nullable: true })
  rule!: HoldRule | null;

  @Column('uuid')
  placedByPersonId!: string;

  @Column('timestamptz')
  placedAt!: Date;

  @Column('uuid', { nullable: true })
  releaseAskedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  releaseAskedAt!: Date | null;

  @Column('text', { nullable: true })
  releaseReason!: string | null;

  @Column('uuid', { nullable: true })
  releasedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;

  /** When every call had been asked whether its rule covers it; null: they have to be. */
  @Column('timestamptz', { nullable: true })
  sweptAt!: Date | null;
}
