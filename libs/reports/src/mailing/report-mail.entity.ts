import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type Language,
  type MailedFilters,
  type MailedFormat,
  type MailedReport,
  type ReportCopyReason,
  type ReportCopyState,
  type ReportRhythm,
} from '#contracts';

/** A report that comes by mail. What it says is never changed; it is paused, resumed and ended. */
@Entity('report_subscription')
export class ReportSubscriptionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  createdByPersonId!: string;

  @Column('text')
  by!: MailedReport['by'];

  @Column('jsonb')
  filters!: MailedFilters;

  @Column('jsonb')
  rhythm!: ReportRhythm;

  @Column('text')
  format!: MailedFormat;

  @Column('text')
  language!: Language;

  @Column('timestamptz')
  createdAt!: Date;

  /** What came due before is not sent. */
  @Column('timestamptz')
  sendsSince!: Date;

  @Column('timestamptz', { nullable: true })
  pausedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** For which time copies were made last. */
  @Column('timestamptz', { nullable: true })
  lastDueAt!: Date | null;
}

/** One who gets it, until they leave. */
@Entity('report_recipient')
export class ReportRecipientRow {
  @PrimaryColumn('uuid')
  subscriptionId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;
}

/** One person's copy of one time: once in the database, and part of the mail's id. Neither figures nor address are kept. */
@Entity('report_copy')
export class ReportCopyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  subscriptionId!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  @Column('text')
  state!: ReportCopyState;

  @Column('text', { nullable: true })
  reason!: ReportCopyReason | null;

  @Column('int')
  tries!: number;

  @Column('timestamptz', { nullable: true })
  nextTryAt!: Date | null;

  /** A worker that sends it holds it until then. */
  @Column('timestamptz', { nullable: true })
  heldUntil!: Date | null;

  /** The mail server is being asked since then; what became of it is not recorded yet. */
  @Column('timestamptz', { nullable: true })
  sendingSince!: Date | null;

  /** A file went with it. */
  @Column('boolean')
  attached!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
