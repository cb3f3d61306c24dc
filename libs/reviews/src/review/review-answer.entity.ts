import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Outcome } from '#contracts';

/** What a person said of one item of a review. The reason is a code; their own words are here only, where they can be erased. */
@Entity('review_answer')
export class ReviewAnswerRow {
  @PrimaryColumn('uuid')
  scorecardId!: string;

  @PrimaryColumn('text')
  itemId!: string;

  @Column('text')
  fromOutcome!: Outcome;

  @Column('text')
  toOutcome!: Outcome;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
