import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type RetentionSchedule } from '#contracts';
import { DecidedVersion } from '#people';

/** A version of how long recordings are kept. In force is the newest that a second person agreed to; what is decided never changes. */
@Entity('retention_schedule')
export class RetentionScheduleRow extends DecidedVersion {
  @Column('jsonb')
  schedule!: RetentionSchedule;

  @Column('text')
  sha256!: string;

  @Column('text')
  reason!: string;

  declare proposedByPersonId: string;
}

/** Until when a recording is kept, by the version that says so. */
@Entity('retention_term')
export class RetentionTerm {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @Column('int')
  version!: number;

  /** null: the default. */
  @Column('int', { nullable: true })
  rule!: number | null;

  @Column('timestamptz')
  keepUntil!: Date;

  /** Over, and nothing to be done about it: held, restricted, ordered or destroyed. A change of that opens it again. */
  @Column('boolean', { default: false })
  settled!: boolean;
}
