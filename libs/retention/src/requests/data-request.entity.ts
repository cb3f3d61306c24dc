import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DataRequestKind, type DataRequestState, type DataSubject } from '#contracts';

/** A person recorded asks for their recordings, for their erasure, or takes consent back; or a call must not have been recorded (PIPL 45/47, GDPR 15/17). */
@Entity('data_request')
export class DataRequest {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people say: `DR-0001`. */
  @Column('text')
  code!: string;

  @Column('text')
  kind!: DataRequestKind;

  @Column('jsonb')
  subject!: DataSubject;

  /** An agent alone asked: what is known of their customers stays. */
  @Column('boolean')
  ofAgent!: boolean;

  /** How the company files the letter or the mail. */
  @Column('text')
  reference!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  state!: DataRequestState;

  @Column('uuid')
  registeredByPersonId!: string;

  @Column('timestamptz')
  registeredAt!: Date;

  @Column('text', { nullable: true })
  proposal!: 'agree' | 'refuse' | null;

  @Column('text', { nullable: true })
  proposalReason!: string | null;

  @Column('uuid', { nullable: true })
  proposedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;
}

/** A recording that a request is about, and what became of it. */
@Entity('data_request_recording')
export class DataRequestRecording {
  @PrimaryColumn('uuid')
  requestId!: string;

  @PrimaryColumn('uuid')
  recordingId!: string;

  @Column('uuid')
  callId!: string;

  /** This request shut it: a refusal opens it again. */
  @Column('boolean')
  restrictedByThis!: boolean;

  @Column('text', { nullable: true })
  outcome!: 'ordered' | 'held' | 'refused' | 'destroyed' | 'handed_over' | null;
}
