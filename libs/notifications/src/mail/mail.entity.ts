import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type MailReason, type MailState } from '#contracts';

/** One mail on its way. Neither address nor words are kept: both are looked up when it is sent. */
@Entity('mail')
export class MailRow {
  /** Part of the message id, which stays the same however often it is sent. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  notificationId!: string;

  @Column('text')
  state!: MailState;

  @Column('int')
  tries!: number;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** It waits for a digest or the end of quiet hours, and goes with what else waits for its person. */
  @Column('boolean', { default: false })
  gathered!: boolean;

  /** Why the last try failed. */
  @Column('text', { nullable: true })
  reason!: MailReason | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
