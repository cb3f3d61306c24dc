import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type RetractionReason } from '#contracts';

/** A published review that was taken back: its card counts no more. */
@Entity('review_retraction')
export class ReviewRetractionRow {
  @PrimaryColumn('uuid')
  scorecardId!: string;

  /** `RR-0001`, given by the database. */
  @Column({ type: 'text', insert: false })
  code!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  authorPersonId!: string;

  @Column('uuid')
  retractedByPersonId!: string;

  @Column('timestamptz')
  retractedAt!: Date;

  @Column('text')
  reason!: RetractionReason;

  @Column('text', { nullable: true })
  note!: string | null;
}
