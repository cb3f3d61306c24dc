import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type BreakGlassOutcome } from '#contracts';

/** A requester's opening of recordings without approval. The reason, in words, is a step of the request. */
@Entity('break_glass_opening')
export class BreakGlassOpening {
  @PrimaryColumn('uuid')
  requestId!: string;

  @Column('uuid')
  openedByPersonId!: string;

  @Column('uuid')
  openedByAccountId!: string;

  /** When the session last proved who sat there. */
  @Column('timestamptz')
  provedAt!: Date;

  @Column('timestamptz')
  openedAt!: Date;

  /** Until when another person has to review it. */
  @Column('timestamptz')
  reviewBy!: Date;

  /** When it was reported, once, that the review is overdue. */
  @Column('timestamptz', { nullable: true })
  overdueToldAt!: Date | null;
}

/** What another person found afterwards. Never the opener, by any of their accounts (database constraint). */
@Entity('break_glass_review')
export class BreakGlassReview {
  @PrimaryColumn('uuid')
  requestId!: string;

  @Column('uuid')
  openedByPersonId!: string;

  @Column('text')
  outcome!: BreakGlassOutcome;

  @Column('uuid')
  reviewedByPersonId!: string;

  @Column('uuid')
  reviewedByAccountId!: string;

  @Column('timestamptz')
  provedAt!: Date;

  @Column('timestamptz')
  reviewedAt!: Date;
}
