import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type JobName } from '#contracts';

/**
 * One piece of background work: the truth behind a hint in the queue. Open while neither `doneAt` nor `failedAt` is set; at most one open
 * row for a (job, subject). A worker holds it by `leaseToken` until `leaseUntil`; finishing is an update that names the token, so a late
 * twin changes nothing.
 */
@Entity('work')
export class Work {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  job!: JobName;

  @Column('uuid')
  subjectId!: string;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('int')
  attempts!: number;

  @Column('uuid', { nullable: true })
  leaseToken!: string | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  failedAt!: Date | null;

  /** Error code of the last failed try; never a message with contents. */
  @Column('text', { nullable: true })
  lastError!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
