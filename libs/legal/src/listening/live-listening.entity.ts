import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Followed, type ListeningEnd } from '#contracts';

/** That a person listens in on a call that goes on, or did. Of the sound nothing is kept; its key goes as it ends. */
@Entity('live_listening')
export class LiveListeningRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** The recording session's, which is the external id of the call afterwards. Its own row is gone after a day. */
  @Column('uuid')
  liveCallId!: string;

  /** The telephone system, by name. */
  @Column('text')
  source!: string;

  /** Which process captures it, and so sends the sound. */
  @Column('text')
  capturedBy!: string;

  /** Who is heard. */
  @Column('uuid')
  agentPersonId!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid')
  sessionId!: string;

  /** Who hears. */
  @Column('uuid')
  personId!: string;

  /** null: they follow the words of their own call. */
  @Column('uuid', { nullable: true })
  grantId!: string | null;

  @Column('text')
  follows!: Followed;

  @Column('text')
  purpose!: string;

  @Column('timestamptz')
  openedAt!: Date;

  /** When the server that sends it to the browser last said that it does. */
  @Column('timestamptz')
  seenAt!: Date;

  /** How much sound was sent to the browser. */
  @Column('int')
  sentMs!: number;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: ListeningEnd | null;

  /** Wrapped by the key provider for this listening. */
  @Column('bytea', { nullable: true })
  soundKey!: Buffer | null;

  @Column('text', { nullable: true })
  soundKeyVersion!: string | null;
}
