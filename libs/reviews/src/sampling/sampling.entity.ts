import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type AssignReason,
  type AssignmentState,
  type ReplacementReason,
  type Risk,
  type SamplingPlan,
} from '#contracts';

/** How calls are drawn for review. What it says is in its versions. */
@Entity('sampling_plan')
export class SamplingPlanRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** `SP-0001`, given by the database. */
  @Column({ type: 'text', insert: false })
  code!: string;

  @Column('uuid')
  createdByPersonId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedByPersonId!: string | null;
}

/** What a plan said from some time on. Never changed. */
@Entity('sampling_plan_version')
export class SamplingPlanVersionRow {
  @PrimaryColumn('uuid')
  planId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  content!: SamplingPlan;

  @Column('text')
  sha256!: string;

  @Column('uuid')
  changedByPersonId!: string;

  @Column('timestamptz')
  changedAt!: Date;
}

/** A plan's draw for one period, from its committed seed on. */
@Entity('sampling_draw')
export class SamplingDrawRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  planId!: string;

  @Column('int')
  planVersion!: number;

  /** Days of the site's calendar, both included. */
  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  /** 32 bytes in hex. Given out by no route before the draw. */
  @Column('text')
  seed!: string;

  @Column('text')
  seedSha256!: string;

  /** Before the period begins. */
  @Column('timestamptz')
  committedAt!: Date;

  /** The plan was changed or ended before the period began. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  drawnAt!: Date | null;

  @Column('text', { nullable: true })
  frameSha256!: string | null;

  @Column('int', { nullable: true })
  frameSize!: number | null;

  /** Legs of the period that had no score at the draw, also of calls that need attention or were given up. */
  @Column('int', { nullable: true })
  notReady!: number | null;

  /** How many reviewers there were, where the plan counts by them. */
  @Column('int', { nullable: true })
  reviewers!: number | null;

  @Column('int', { nullable: true })
  taken!: number | null;

  @Column('text', { nullable: true })
  picksSha256!: string | null;
}

/** A leg that a draw could have taken. */
@Entity('sampling_frame')
export class SamplingFrameRow {
  @PrimaryColumn('uuid')
  drawId!: string;

  @PrimaryColumn('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;

  @Column('text')
  checklistId!: string;

  @Column('text')
  stratum!: string;

  @Column('int')
  severity!: number;

  @Column('text', { array: true })
  risks!: Risk[];
}

/** A leg that a person is to judge. */
@Entity('review_assignment')
export class ReviewAssignmentRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** null: a person gave it. */
  @Column('uuid', { nullable: true })
  drawId!: string | null;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;

  @Column('text')
  checklistId!: string;

  @Column('text')
  stratum!: string;

  /** In the order of the draw, from 1. */
  @Column('int')
  place!: number;

  /** null: it waits for a person who takes it. */
  @Column('uuid', { nullable: true })
  reviewerPersonId!: string | null;

  @Column('timestamptz')
  dueAt!: Date;

  /** Its reviewer sees the machine's result once theirs is published. As the plan said when it was drawn; never changed. */
  @Column('boolean')
  blind!: boolean;

  @Column('text')
  state!: AssignmentState;

  /** The one that it took the place of. */
  @Column('uuid', { nullable: true })
  replacesId!: string | null;

  @Column('text', { nullable: true })
  replacedReason!: ReplacementReason | null;

  /** In the words of the person who replaced it; ends with the recording. */
  @Column('text', { nullable: true })
  replacedNote!: string | null;

  @Column('uuid', { nullable: true })
  replacedByPersonId!: string | null;

  /** Who gave it outside of every draw, and why. */
  @Column('uuid', { nullable: true })
  givenByPersonId!: string | null;

  @Column('text', { nullable: true })
  givenReason!: AssignReason | null;

  /** In the words of the person who gave it; ends with the recording. */
  @Column('text', { nullable: true })
  givenNote!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** The card of the published review. */
  @Column('uuid', { nullable: true })
  scorecardId!: string | null;
}
