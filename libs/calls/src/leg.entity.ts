import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type HoldSpan, type LegKind, type LegOutcome } from '#contracts';

/** One part of a call: an agent's, a stay in a queue or a menu, a consultation, a number outside. Facts that the phone system did not give are null. */
@Entity('leg')
export class Leg {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  /** 0-based order in the call. */
  @Column('int')
  position!: number;

  @Column('text', { default: 'agent' })
  kind!: LegKind;

  @Column('text', { nullable: true })
  outcome!: LegOutcome | null;

  /** null: it is no agent's leg, or the extension belongs to no one yet. */
  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** Who took it by its source, or as two people confirmed: rights over one's own calls ask it. The database fills it in and guards it. */
  @Column({ type: 'uuid', insert: false, update: false, nullable: true })
  takenByPersonId!: string | null;

  /** The person's at the time, or where no person is known the queue's; null: only who reaches every team sees the leg. */
  @Column('uuid', { nullable: true })
  teamId!: string | null;

  /** By the name that the telephone system gives it; of a number outside, its end. */
  @Column('text', { nullable: true })
  extension!: string | null;

  /** The queue that it came through, by the name that the telephone system gives it. */
  @Column('text', { nullable: true })
  queue!: string | null;

  @Column('double precision', { nullable: true })
  queueSeconds!: number | null;

  /** When it began, by the wall clock: a queue was entered, or a telephone began to ring. */
  @Column('timestamptz', { nullable: true })
  beganAt!: Date | null;

  /** How long the telephone rang, from the moment at which it was asked to, where its system says so itself. */
  @Column('double precision', { nullable: true })
  ringSeconds!: number | null;

  @Column('timestamptz', { nullable: true })
  alertedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  hangupParty!: 'agent' | 'customer' | 'system' | null;

  @Column('text', { nullable: true })
  transfer!: 'none' | 'blind' | 'warm' | null;

  @Column('boolean', { nullable: true })
  consulted!: boolean | null;

  /** An extension, or the end of a number outside. */
  @Column('text', { nullable: true })
  transferTarget!: string | null;

  @Column('uuid', { nullable: true })
  transferredToLegId!: string | null;

  /** What an upload says of its own recording. */
  @Column('jsonb')
  holdSpans!: HoldSpan[];

  /** From hold to resume by the wall clock, ISO 8601; empty: there was none; null: the telephone system does not tell. */
  @Column('jsonb', { nullable: true })
  holds!: [string, string][] | null;

  /** By which all records of it agree on; null: no telephone record knows it. */
  @Column('text', { nullable: true })
  recordKey!: string | null;
}
