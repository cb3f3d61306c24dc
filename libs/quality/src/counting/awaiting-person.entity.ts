import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type InsufficientReason } from '#contracts';

/** An item that waits for a person, from the card that could not judge it to the card that does. */
@Entity('awaiting_person')
export class AwaitingPersonRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  legId!: string;

  @Column('text')
  checklistId!: string;

  @Column('text')
  itemId!: string;

  @Column('uuid')
  scorecardId!: string;

  @Column('text')
  reason!: InsufficientReason;

  @Column('int', { nullable: true })
  atMs!: number | null;

  /** The call cannot be judged as a whole: all such items of a leg wait as one. */
  @Column('boolean', { default: false })
  whole!: boolean;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('uuid', { nullable: true })
  claimedByPersonId!: string | null;

  /** When the claim ends on its own. */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closedWhy!: 'answered' | 'superseded' | 'set_aside' | null;
}
