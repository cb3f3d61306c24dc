import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type HoldSpan } from '#contracts';

/** One agent's part of a call. The team is the team at the time. Facts that the phone system did not give are null. */
@Entity('leg')
export class Leg {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  /** 0-based order in the call. */
  @Column('int')
  position!: number;

  @Column('uuid')
  personId!: string;

  /** Who took it by its source, or as two people confirmed: rights over one's own calls ask it. The database fills it in and guards it. */
  @Column({ type: 'uuid', insert: false, update: false })
  takenByPersonId!: string;

  @Column('uuid')
  teamId!: string;

  /** The queue that it came through, by the name that the telephone system gives it. */
  @Column('text', { nullable: true })
  queue!: string | null;

  @Column('double precision', { nullable: true })
  queueSeconds!: number | null;

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

  @Column('jsonb')
  holdSpans!: HoldSpan[];
}
