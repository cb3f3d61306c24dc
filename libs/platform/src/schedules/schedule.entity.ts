import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one schedule goes: one row each, no matter which process leads it. Every time is the database's. */
@Entity('schedule')
export class ScheduleRow {
  @PrimaryColumn('text')
  name!: string;

  /** 0: the settings turn it off. */
  @Column('bigint')
  everyMs!: string;

  /** How long after its period it counts as late. */
  @Column('bigint')
  lateAfterMs!: string;

  @Column('timestamptz')
  knownSince!: Date;

  /** When a worker last said that it has this schedule. */
  @Column('timestamptz')
  seenAt!: Date;

  @Column('timestamptz')
  nextDueAt!: Date;

  /** While it runs; set without a leader, its process was killed. */
  @Column('uuid', { nullable: true })
  runId!: string | null;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  /** The worker that ran it last. */
  @Column('uuid', { nullable: true })
  ledBy!: string | null;

  @Column('timestamptz', { nullable: true })
  lastSuccessAt!: Date | null;

  @Column('int', { nullable: true })
  lastTookMs!: number | null;

  /** How much the last success found to do. */
  @Column('int', { nullable: true })
  lastCount!: number | null;

  @Column('timestamptz', { nullable: true })
  lastFailureAt!: Date | null;

  @Column('text', { nullable: true })
  lastFailureCode!: string | null;

  /** In a row. */
  @Column('int')
  failures!: number;

  /** Lateness is counted from here at the earliest: before, no worker was there to run anything, or the clock was moved. */
  @Column('timestamptz', { nullable: true })
  graceFrom!: Date | null;
}
