import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Language, type Outcome } from '#contracts';

/** What a person said of an item for which a model had a proposal. */
@Entity('model_agreement')
export class ModelAgreementRow {
  /** The card of the review. */
  @PrimaryColumn('uuid')
  scorecardId!: string;

  @PrimaryColumn('text')
  itemId!: string;

  @Column('uuid')
  legId!: string;

  @Column('text')
  checklistId!: string;

  @Column('text')
  language!: Language;

  @Column('text')
  questionKey!: string;

  @Column('text')
  model!: string;

  @Column('text', { nullable: true })
  served!: string | null;

  @Column('int')
  promptVersion!: number;

  @Column('text')
  proposed!: Outcome;

  @Column('text')
  said!: Outcome;

  /** They had not seen the proposal when they answered. */
  @Column('boolean')
  blind!: boolean;

  @Column('timestamptz')
  reviewedAt!: Date;
}

/** A person looked at a proposal before they answered the item themselves. */
@Entity('proposal_look')
export class ProposalLookRow {
  @PrimaryColumn('uuid')
  legId!: string;

  @PrimaryColumn('text')
  checklistId!: string;

  @PrimaryColumn('text')
  itemId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz')
  lookedAt!: Date;
}
