import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A playback: bound to one session and one grant; its ranges, and what was heard, belong to it. */
@Entity('play')
export class Play {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  recordingId!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  personId!: string;

  /** The standing grant; null under a request's. */
  @Column('uuid', { nullable: true })
  grantId!: string | null;

  /** The grant from a legal request. */
  @Column('uuid', { nullable: true })
  requestGrantId!: string | null;

  /** The published best call by whose right its stretch is heard. */
  @Column('uuid', { nullable: true })
  bestCallId!: string | null;

  @Column('text')
  purpose!: string;

  @Column('text')
  rendition!: 'masked' | 'original';

  /** Merged, half-open, milliseconds. */
  @Column('jsonb')
  heardMs!: [number, number][];

  /** What was given out to the player, heard or not; merged, half-open, milliseconds. */
  @Column('jsonb')
  releasedMs!: [number, number][];

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz')
  lastUsedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
