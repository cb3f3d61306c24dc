import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DecisionReason, type DisputeReason, type DisputeStage, type Outcome } from '#contracts';

/** An item of a score that its agent contests. Their own words lie here only, and end with the recording. */
@Entity('dispute')
export class DisputeRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** `DS-0001`, given by the database. */
  @Column({ type: 'text', insert: false })
  code!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('text')
  checklistId!: string;

  @Column('text')
  itemId!: string;

  /** The card that was shown when the item was contested. */
  @Column('uuid')
  scorecardId!: string;

  /** Who gave the contested result; null for the machine. */
  @Column('uuid', { nullable: true })
  judgedByPersonId!: string | null;

  @Column('text')
  was!: Outcome;

  @Column('text')
  wanted!: Outcome;

  @Column('text')
  reason!: DisputeReason;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  escalationNote!: string | null;

  /** Where in the recording to listen, milliseconds. */
  @Column('int', { nullable: true })
  atMs!: number | null;

  @Column('uuid')
  filedByPersonId!: string;

  @Column('timestamptz')
  filedAt!: Date;

  @Column('text')
  stage!: DisputeStage;

  /** While it is open: when the decision is due. */
  @Column('timestamptz')
  dueAt!: Date;

  /** null while it is open. */
  @Column('text', { nullable: true })
  outcome!: 'granted' | 'kept' | 'withdrawn' | null;

  /** From when on nothing can follow. */
  @Column('timestamptz', { nullable: true })
  finalAt!: Date | null;

  /** Since when it sleeps: its call is another agent's now, as two people said. */
  @Column('timestamptz', { nullable: true })
  sleptAt!: Date | null;

  /** The correction by which it sleeps. */
  @Column('uuid', { nullable: true })
  asleepByProposalId!: string | null;

  /** When a second person closed it as not this agent's call. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { nullable: true })
  closedByPersonId!: string | null;
}

/** What a person decided at one stage. */
@Entity('dispute_decision')
export class DisputeDecisionRow {
  @PrimaryColumn('uuid')
  disputeId!: string;

  @PrimaryColumn('text')
  stage!: DisputeStage;

  @Column('text')
  decision!: 'granted' | 'kept';

  @Column('text', { nullable: true })
  outcome!: Outcome | null;

  @Column('text')
  reason!: DecisionReason;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The card that granting it filed, or keeping a result that no person gave. */
  @Column('uuid', { nullable: true })
  scorecardId!: string | null;

  @Column('uuid')
  decidedByPersonId!: string;

  @Column('timestamptz')
  decidedAt!: Date;
}
