import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Outcome } from '#contracts';

/** Several reviewers judge one leg, each without the others. */
@Entity('calibration')
export class CalibrationRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** `CA-0001`, given by the database. */
  @Column({ type: 'text', insert: false })
  code!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('text')
  checklistId!: string;

  @Column('int')
  checklistVersion!: number;

  /** What the machine had said when it was opened. */
  @Column('uuid')
  scorecardId!: string;

  @Column('uuid')
  openedByPersonId!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz')
  dueAt!: Date;

  /** From then on everything that was said is shown. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** null: the last reviewer submitted, or the recording was destroyed. */
  @Column('uuid', { nullable: true })
  closedByPersonId!: string | null;
}

@Entity('calibration_reviewer')
export class CalibrationReviewerRow {
  @PrimaryColumn('uuid')
  calibrationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** The machine's result of the leg was shown to them before they were asked. */
  @Column('boolean', { default: false })
  sawBefore!: boolean;
}

/** What a reviewer says of one item. Their words end with the recording. */
@Entity('calibration_answer')
export class CalibrationAnswerRow {
  @PrimaryColumn('uuid')
  calibrationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  itemId!: string;

  @Column('text')
  outcome!: Outcome;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('int', { nullable: true })
  atMs!: number | null;
}

/** What is right for an item. Of several the latest is the reference. */
@Entity('calibration_decision')
export class CalibrationDecisionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  calibrationId!: string;

  @Column('text')
  itemId!: string;

  @Column('text')
  outcome!: Outcome;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid')
  decidedByPersonId!: string;

  @Column('timestamptz')
  decidedAt!: Date;
}
