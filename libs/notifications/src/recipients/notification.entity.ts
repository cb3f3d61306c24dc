import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type AlarmKind } from '#contracts';
import { type NotificationKind } from '../kinds/notifications.rules.js';

/** That one person is told of one journal entry; at most once (database constraint). Kept for ninety days. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  entryId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: NotificationKind;

  /** Null: about an alarm. */
  @Column('uuid', { nullable: true })
  requestId!: string | null;

  /** What it is about where that is no request: a kind of alarm, or any other subject. The column is named after the first. */
  @Column('text', { nullable: true })
  alarm!: AlarmKind | null;

  @Column('text', { nullable: true })
  alarmSubject!: string | null;

  /** For people who may not see the request: one of their own calls in it. */
  @Column('uuid', { nullable: true })
  callId!: string | null;

  /** Its person sees it on screen; false: they want to be told on another way alone. */
  @Column('boolean', { default: true })
  onBell!: boolean;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;
}
