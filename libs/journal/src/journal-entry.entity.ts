import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type EventName } from '#contracts';

/** What happened: ids and a salted commitment to the details. The runtime role can only insert and select. */
@Entity('journal_entry')
export class JournalEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  event!: EventName;

  @Column('timestamptz')
  at!: Date;

  /** The person who acted; null when the product itself did. */
  @Column('uuid', { nullable: true })
  actorPersonId!: string | null;

  @Column('uuid', { nullable: true })
  callId!: string | null;

  /** sha256(salt ‖ canonical details), hex: the details can be erased while the chain still verifies. */
  @Column('text')
  commitment!: string;
}

/** The erasable part, beside the chain. */
@Entity('journal_detail')
export class JournalDetail {
  @PrimaryColumn('uuid')
  entryId!: string;

  @Column('text')
  salt!: string;

  @Column('jsonb')
  details!: Record<string, unknown>;
}

/** A committed entry that is still to be sealed into the chain, or whose follow-ups are still to be set off. */
@Entity('journal_pending')
export class JournalPending {
  @PrimaryColumn('uuid')
  entryId!: string;

  @PrimaryColumn('text')
  purpose!: 'seal' | 'follow_up';
}

/** The chain: dense positions from 1, given to committed entries by the one sealer. */
@Entity('journal_seal')
export class JournalSeal {
  @PrimaryColumn('bigint')
  position!: string;

  @Column('uuid')
  entryId!: string;

  @Column('text')
  chainHash!: string;
}

/** A signed head: everything up to `position` is vouched for. Also written outside the database. */
@Entity('journal_head')
export class JournalHead {
  @PrimaryColumn('bigint')
  position!: string;

  @Column('text')
  chainHash!: string;

  @Column('timestamptz')
  signedAt!: Date;

  @Column('text')
  signature!: string;
}
