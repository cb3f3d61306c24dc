import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type EvaluationEnd, type Outcome } from '#contracts';

/** An agent is to score a leg of their own by a checklist before they see its result. */
@Entity('self_evaluation')
export class SelfEvaluationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('text')
  checklistId!: string;

  /** Of the card that was shown when it was asked for. */
  @Column('int')
  checklistVersion!: number;

  @Column('timestamptz')
  askedAt!: Date;

  /** Until when the result is withheld; null while the session is a draft. */
  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedWhy!: Exclude<EvaluationEnd, 'lapsed'> | null;
}

/** What the agent said of one item. The comment ends with the recording. */
@Entity('self_evaluation_answer')
export class SelfEvaluationAnswerRow {
  @PrimaryColumn('uuid')
  evaluationId!: string;

  @PrimaryColumn('text')
  itemId!: string;

  @Column('text')
  outcome!: Outcome;

  @Column('text', { nullable: true })
  comment!: string | null;
}
