import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type LiveAct, type LiveHow, type LiveMoment, type LiveRecording } from '#contracts';

/**
 * A call that is being captured, as the capture process reports it. (The call stage `live` is another thing: it comes from telephone records.) Ended ones stay for 91 days, so that it can be seen how pauses were used
 * and whether consent was taken back; what was recorded, and by which consent, the call itself tells from then on.
 */
@Entity('live_call')
export class LiveCallRow {
  /** The recording session’s. */
  @PrimaryColumn('uuid')
  id!: string;

  /** The telephone system, by name. */
  @Column('text')
  source!: string;

  /** Which process captures it, by the address where it takes calls. */
  @Column('text')
  capturedBy!: string;

  @Column('timestamptz')
  beganAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** null where it is not known, or where several took the call. */
  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** Of the agent, when the call began. */
  @Column('uuid', { nullable: true })
  teamId!: string | null;

  /** Masked. */
  @Column('text', { nullable: true })
  customer!: string | null;

  @Column('jsonb')
  timeline!: LiveMoment[];

  @Column('text')
  recording!: LiveRecording;

  @Column('timestamptz')
  recordingSince!: Date;

  @Column('timestamptz', { nullable: true })
  pauseEndsAt!: Date | null;

  /** Since when the telephone system has sent nothing; null: it sends. */
  @Column('timestamptz', { nullable: true })
  silentSince!: Date | null;

  /** How many calls its process hears at once within three seconds, as far as it has measured that. */
  @Column('int', { default: 0 })
  wordsRoom!: number;

  @Column('boolean', { default: false })
  wordsHeard!: boolean;

  /** When a person chose that its words are heard. */
  @Column('timestamptz', { nullable: true })
  wordsAskedAt!: Date | null;

  /** When a person last chose that they are not heard any more: they are not taken up by turns either. */
  @Column('timestamptz', { nullable: true })
  wordsLeftAt!: Date | null;

  /** When the process that captures it last said that it goes on. */
  @Column('timestamptz')
  seenAt!: Date;
}

/** What a person or a programme asked of a call that goes on. */
@Entity('live_call_instruction')
export class LiveCallInstructionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  liveCallId!: string;

  @Column('text')
  act!: LiveAct;

  @Column('text')
  how!: LiveHow;

  /** null: a key that the customer pressed. */
  @Column('uuid', { nullable: true })
  byPersonId!: string | null;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  carriedOutAt!: Date | null;
}
