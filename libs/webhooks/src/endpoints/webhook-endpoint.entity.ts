import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type WebhookEventName, type WebhookPauseReason } from '#contracts';

/** Where an administrator wants to be told what happens. Removed endpoints keep their row, without secrets, for their deliveries' sake. */
@Entity('webhook_endpoint')
export class WebhookEndpointRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  @Column('text', { array: true })
  events!: WebhookEventName[];

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column('text')
  state!: 'active' | 'paused';

  @Column('text', { nullable: true })
  pauseReason!: WebhookPauseReason | null;

  /** The first failure since the last success. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  /** Rounds in a row in which nothing was accepted. */
  @Column('int')
  failures!: number;

  /** A failing endpoint is left alone until then. */
  @Column('timestamptz', { nullable: true })
  quietUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastAcceptedAt!: Date | null;

  /** Wrapped by the key provider, bound to this endpoint. */
  @Column('bytea')
  secret!: Buffer;

  @Column('text')
  secretKeyVersion!: string;

  /** The secret before the last rotation: it signs as well until `oldSecretUntil`. */
  @Column('bytea', { nullable: true })
  oldSecret!: Buffer | null;

  @Column('text', { nullable: true })
  oldSecretKeyVersion!: string | null;

  @Column('timestamptz', { nullable: true })
  oldSecretUntil!: Date | null;

  @Column('uuid')
  createdByPersonId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
