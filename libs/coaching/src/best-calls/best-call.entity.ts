import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type BestCallEnd, type BestCallScope } from '#contracts';

/** A stretch of a call that others may learn from. */
@Entity('best_call')
export class BestCallRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** `BC-0001`, given by the database. */
  @Column({ type: 'text', insert: false })
  code!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  recordingId!: string;

  @Column('uuid')
  agentPersonId!: string;

  @Column('uuid')
  teamId!: string;

  @Column('text', { nullable: true })
  checklistId!: string | null;

  @Column('text', { nullable: true })
  itemId!: string | null;

  /** Milliseconds of the recording. */
  @Column('int')
  fromMs!: number;

  @Column('int')
  toMs!: number;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  scope!: BestCallScope;

  @Column('uuid')
  nominatedByPersonId!: string;

  @Column('timestamptz')
  nominatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  @Column('uuid', { nullable: true })
  publishedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedWhy!: BestCallEnd | null;

  @Column('uuid', { nullable: true })
  endedByPersonId!: string | null;

  @Column('text', { nullable: true })
  endedReason!: string | null;
}
