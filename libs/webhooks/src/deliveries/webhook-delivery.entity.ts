import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type WebhookDeliveryState, type WebhookOutcome } from '#contracts';

/** One event for one endpoint. Its id is the receiver's idempotency key; id and body never change. */
@Entity('webhook_delivery')
export class WebhookDeliveryRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  endpointId!: string;

  /** The journal entry that it tells of; null for a test. At most one delivery for an entry and an endpoint. */
  @Column('uuid', { nullable: true })
  entryId!: string | null;

  @Column('uuid', { nullable: true })
  callId!: string | null;

  @Column('text')
  type!: string;

  @Column('timestamptz')
  at!: Date;

  /** JSON, byte for byte as it is signed and sent. */
  @Column('text')
  body!: string;

  @Column('text')
  state!: WebhookDeliveryState;

  /** Of the present round; replaying starts at nought. */
  @Column('int')
  tries!: number;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}

/** One try. Of the answer only its status, length and hash are kept: it is the receiver's, and may hold anything. */
@Entity('webhook_attempt')
export class WebhookAttemptRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deliveryId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  outcome!: WebhookOutcome;

  @Column('int', { nullable: true })
  status!: number | null;

  @Column('int')
  durationMs!: number;

  @Column('int', { nullable: true })
  answerBytes!: number | null;

  @Column('text', { nullable: true })
  answerSha256!: string | null;
}
