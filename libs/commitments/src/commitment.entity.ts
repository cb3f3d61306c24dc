import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type CommitmentAction,
  type CommitmentKind,
  type CommitmentState,
  type CommitmentUnclear,
  type DueBasis,
} from '#contracts';

/** Something an agent promised to do after a call. Of the words only their place: they are cut on read, by right. */
@Entity('commitment')
export class Commitment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  transcriptId!: string;

  @Column('text')
  kind!: CommitmentKind;

  /** The place of the promise in the transcript, and its milliseconds in the recording. */
  @Column('int')
  turn!: number;

  @Column('int')
  fromChar!: number;

  @Column('int')
  toChar!: number;

  @Column('int')
  fromMs!: number;

  @Column('int')
  toMs!: number;

  /** The place of the words that gave the time; null without. */
  @Column('int', { nullable: true })
  timeTurn!: number | null;

  @Column('int', { nullable: true })
  timeFromChar!: number | null;

  @Column('int', { nullable: true })
  timeToChar!: number | null;

  /** Who answers for it: the leg's agent, until a colleague accepts a hand-over. */
  @Column('uuid')
  ownerPersonId!: string;

  /** The owner's team when the promise was made or taken over. */
  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  clientId!: string;

  @Column('timestamptz')
  saidAt!: Date;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('text', { nullable: true })
  dueBasis!: DueBasis | null;

  /** Why there is no time; null with one. */
  @Column('text', { nullable: true })
  unclear!: CommitmentUnclear | null;

  @Column('text')
  state!: CommitmentState;

  @Column('timestamptz')
  stateAt!: Date;

  /** Counts every change, so that people answer only what they have seen. */
  @Column('int')
  revision!: number;

  /** When it was told that it is due soon, and that it is overdue: once for each time that was set. */
  @Column('timestamptz', { nullable: true })
  dueSoonAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  overdueAt!: Date | null;

  /** Who was asked to take it over; the owner answers for it until they accept. */
  @Column('uuid', { nullable: true })
  offeredToPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  offeredAt!: Date | null;

  /** Who said that it is no promise, until that is settled. */
  @Column('uuid', { nullable: true })
  questionedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  questionedAt!: Date | null;

  /** When a supervisor answered that it is one: it is not asked again. */
  @Column('timestamptz', { nullable: true })
  upheldAt!: Date | null;

  /** The later call that kept it. */
  @Column('uuid', { nullable: true })
  fulfilledByCallId!: string | null;

  /** A later call that may have kept it: a person decides. */
  @Column('uuid', { nullable: true })
  candidateCallId!: string | null;

  /** A person decided something about it: a newer transcript takes nothing of that away. */
  @Column('boolean')
  touched!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}

/** What happened to a commitment: append-only. The words of a reason are here alone. */
@Entity('commitment_event')
export class CommitmentEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  commitmentId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  action!: CommitmentAction;

  /** null: the product itself. */
  @Column('uuid', { nullable: true })
  byPersonId!: string | null;

  @Column('text')
  state!: CommitmentState;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The time that was set or that passed. */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** The call that is the evidence. */
  @Column('uuid', { nullable: true })
  evidenceCallId!: string | null;

  @Column('uuid', { nullable: true })
  toPersonId!: string | null;

  @Column('uuid', { nullable: true })
  transcriptId!: string | null;
}
