import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DraftAnswer, type CommitmentDraft } from '#contracts';

/** What a person has answered of a card and not published. Theirs alone: it counts nowhere. */
@Entity('review_draft')
export class ReviewDraftRow {
  @PrimaryColumn('uuid')
  legId!: string;

  @PrimaryColumn('text')
  checklistId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('uuid')
  callId!: string;

  /** The card that was on the screen. */
  @Column('uuid')
  basedOn!: string;

  /** Their own words are here too, as long as the recording exists. */
  @Column('jsonb')
  answers!: DraftAnswer[];

  @Column('jsonb')
  commitments!: CommitmentDraft[];

  /** Rises with every saving of any draft, so that a screen does not overwrite what another screen of the same person saved, or began again. */
  @Column('int')
  revision!: number;

  @Column('timestamptz')
  begunAt!: Date;

  @Column('timestamptz')
  savedAt!: Date;
}

/** How long a person has been at a review that they have not published. */
@Entity('review_work')
export class ReviewWorkRow {
  @PrimaryColumn('uuid')
  legId!: string;

  @PrimaryColumn('text')
  checklistId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('int')
  spentMs!: number;

  /** When their screen last said that they were at it. */
  @Column('timestamptz')
  activeAt!: Date;
}

/** How long a published review took. */
@Entity('review_time')
export class ReviewTimeRow {
  @PrimaryColumn('uuid')
  scorecardId!: string;

  @Column('uuid')
  personId!: string;

  @Column('int')
  spentMs!: number;

  @Column('timestamptz')
  publishedAt!: Date;
}
