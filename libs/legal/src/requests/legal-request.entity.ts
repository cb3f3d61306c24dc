import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type AskedAction,
  type LegalAction,
  type LegalDecisionKind,
  type LegalEventAction,
  type LegalPurpose,
  type LegalRequestState,
  type WrittenFilters,
} from '#contracts';

/** A person asks to hear, read or take out recordings. A submitted request never changes (database trigger). */
@Entity('legal_request')
export class LegalRequest {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people see: `LR-0001`. */
  @Column('text')
  code!: string;

  @Column('uuid')
  requestedByPersonId!: string;

  @Column('text')
  purpose!: LegalPurpose;

  @Column('uuid', { nullable: true })
  legalCaseId!: string | null;

  /** Are the recorded agents not told who asked? */
  @Column('boolean')
  confidential!: boolean;

  /** In the requester's words. */
  @Column('text')
  reason!: string;

  @Column('jsonb')
  filter!: WrittenFilters;

  @Column('text')
  action!: AskedAction;

  @Column('text')
  rendition!: 'masked' | 'original';

  /** Plays, readings or downloads, of all its recordings together; plays where both are asked for. */
  @Column('int')
  playsAllowed!: number;

  /** Downloads of the package, where a request for both counts them apart. */
  @Column('int', { nullable: true })
  downloadsAllowed!: number | null;

  /** Until when access is wanted. */
  @Column('timestamptz')
  expiresAt!: Date;

  /** Until when it has to be decided; null in a draft. */
  @Column('timestamptz', { nullable: true })
  decideBy!: Date | null;

  @Column('text')
  state!: LegalRequestState;

  @Column('timestamptz')
  stateAt!: Date;

  /** An answer to a question begins the next round: approvals of an earlier one count no longer. */
  @Column('int')
  round!: number;

  /** How many are in the frozen list. */
  @Column('int')
  recordings!: number;

  @Column('int')
  approvalsNeeded!: number;

  /** Opened without approval, and owed a review. */
  @Column('boolean')
  breakGlass!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;
}

/** One recording of a frozen list: what joins the filter's matches later is not of it. */
@Entity('legal_request_recording')
export class LegalRequestRecording {
  @PrimaryColumn('uuid')
  requestId!: string;

  @PrimaryColumn('uuid')
  recordingId!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;
}

/** What one approver decided in one round. Never the requester, by any of their accounts (database constraint). */
@Entity('legal_decision')
export class LegalDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  requestedByPersonId!: string;

  @Column('int')
  round!: number;

  @Column('text')
  decision!: LegalDecisionKind;

  @Column('uuid')
  decidedByPersonId!: string;

  @Column('uuid')
  decidedByAccountId!: string;

  /** In whose place a deputy decided; the database writes it. */
  @Column({ type: 'uuid', nullable: true, insert: false })
  forPersonId!: string | null;

  /** When the session last proved who sat there. */
  @Column('timestamptz')
  provedAt!: Date;

  @Column('timestamptz')
  decidedAt!: Date;
}

/** A step of a request's life, for people; words are kept here and not in the journal. */
@Entity('legal_request_event')
export class LegalRequestEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  action!: LegalEventAction;

  @Column('uuid', { nullable: true })
  byPersonId!: string | null;

  @Column('text', { nullable: true })
  words!: string | null;
}

/** What an approved request gives its requester, one for each use that was approved: the list's recordings, so many times, until then. */
@Entity('request_grant')
export class RequestGrant {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people see: `RG-0001`. */
  @Column('text')
  code!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  action!: LegalAction;

  @Column('text')
  rendition!: 'masked' | 'original';

  @Column('int')
  playsAllowed!: number;

  @Column('int')
  playsUsed!: number;

  @Column('timestamptz')
  validFrom!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedByPersonId!: string | null;
}
