import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ChatFormat, type ChatReason, type MailState } from '#contracts';

/** The chat in which a person is told, at most one for each. Address and secret are sealed by a key of their own. */
@Entity('chat_address')
export class ChatAddressRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  format!: ChatFormat;

  @Column('text')
  host!: string;

  @Column('boolean')
  signed!: boolean;

  /** Wrapped by the key provider, bound to this row. */
  @Column('bytea')
  wrappedKey!: Buffer;

  @Column('text')
  keyVersion!: string;

  /** Address and secret, by that key. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  setAt!: Date;

  @Column('timestamptz', { nullable: true })
  testedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastSentAt!: Date | null;

  /** The first failure since the last success. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  /** In a row. */
  @Column('int', { default: 0 })
  failures!: number;

  @Column('text', { nullable: true })
  lastReason!: ChatReason | null;

  @Column('text', { nullable: true })
  chatCode!: string | null;
}

/** One message on its way to its person's chat. Its words are made when it is sent. */
@Entity('chat_message')
export class ChatMessageRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  notificationId!: string;

  @Column('text')
  state!: MailState;

  @Column('int')
  tries!: number;

  /** It waits for a digest or the end of quiet hours. */
  @Column('boolean', { default: false })
  gathered!: boolean;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: ChatReason | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}

/** A host to which administrators let messages be sent; `*.` and one stands for every host below it. */
@Entity('chat_host')
export class ChatHostRow {
  @PrimaryColumn('text')
  host!: string;

  @Column('uuid')
  addedByPersonId!: string;

  @Column('timestamptz')
  addedAt!: Date;
}
