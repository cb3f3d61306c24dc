import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the agent of a leg was asked to read a published review, and that they did. It agrees to nothing. */
@Entity('review_acknowledgement')
export class ReviewAcknowledgementRow {
  @PrimaryColumn('uuid')
  scorecardId!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;

  @Column('text')
  checklistId!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt!: Date | null;

  @Column('uuid', { nullable: true })
  acknowledgedByPersonId!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** It was not answered when a newer review took its place, or it was retracted. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
