import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type GiveUpReason } from '#contracts';

/** A person's decision to end a call's processing. The journal has the code; the words are here only, where they can be erased. */
@Entity('call_give_up')
export class CallGiveUp {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  byPersonId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  reason!: GiveUpReason;

  @Column('text', { nullable: true })
  note!: string | null;

  /** When a person retried the call after all. */
  @Column('timestamptz', { nullable: true })
  reopenedAt!: Date | null;
}
