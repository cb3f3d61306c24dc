import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A talk about an agent's work. Where it is, its times say: `coachingState`. */
@Entity('coaching_session')
export class CoachingSessionRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** `CO-0001`, given by the database. */
  @Column({ type: 'text', insert: false })
  code!: string;

  @Column('uuid')
  agentPersonId!: string;

  /** The agent's team when it was prepared. */
  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  coachPersonId!: string;

  @Column('date', { nullable: true })
  heldOn!: string | null;

  /** The coach's alone. */
  @Column('text', { nullable: true })
  privateNotes!: string | null;

  @Column('text', { nullable: true })
  sharedText!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  sharedAt!: Date | null;

  /** When the agent answered last. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** Its recordings are destroyed, and its texts with them. */
  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}

/** A moment of a call that a session is about. */
@Entity('coaching_moment')
export class CoachingMomentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('text', { nullable: true })
  checklistId!: string | null;

  @Column('text', { nullable: true })
  itemId!: string | null;

  /** Milliseconds of the recording. */
  @Column('int', { nullable: true })
  fromMs!: number | null;

  @Column('int', { nullable: true })
  toMs!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}

/** What the agent said to a session; there can be several, none is changed. */
@Entity('coaching_answer')
export class CoachingAnswerRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('text', { nullable: true })
  said!: string | null;

  @Column('timestamptz')
  at!: Date;
}
