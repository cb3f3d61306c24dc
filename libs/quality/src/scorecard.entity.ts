import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ItemResult, type OutcomeCounts, type ScoreSummary } from '#contracts';
import { INPUTS_AS_THEY_LIE, ITEMS_AS_THEY_LIE } from './packed/packed-card.js';

/** One judgement of one leg: immutable, and complete enough to be replayed to the same bytes. */
@Entity('scorecard')
export class Scorecard {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  legId!: string;

  @Column('text')
  checklistId!: string;

  @Column('int')
  checklistVersion!: number;

  /** null when there were no words to judge. */
  @Column('uuid', { nullable: true })
  transcriptId!: string | null;

  @Column('text')
  lexiconHash!: string;

  @Column('text')
  engineHash!: string;

  /** The company profile that judged it (`company_profile_version.sha256`): its names and ring cadence. null on cards from before. */
  @Column('text', { nullable: true })
  profileHash!: string | null;

  /** A `JudgedBy`: facts, measures and a model's answers as they were. null on cards from before, and on those of people. */
  @Column({ type: 'jsonb', nullable: true, transformer: INPUTS_AS_THEY_LIE })
  inputs!: object | null;

  /** The card that a review completed. */
  @Column('uuid', { nullable: true })
  basedOnId!: string | null;

  @Column('text')
  author!: 'automatic' | 'review' | 'dispute';

  @Column('uuid', { nullable: true })
  authorPersonId!: string | null;

  /** In whose place a deputy judged; the database writes it. */
  @Column({ type: 'uuid', nullable: true, insert: false })
  forPersonId?: string | null;

  /** In the row, their explanations are packed (`packed/packed-card.ts`): SQL reads all else. */
  @Column({ type: 'jsonb', transformer: ITEMS_AS_THEY_LIE })
  items!: ItemResult[];

  @Column('jsonb')
  counts!: OutcomeCounts;

  @Column('jsonb', { nullable: true })
  worst!: ScoreSummary['worst'];

  /** null below the checklist's coverage: no total is given. */
  @Column('double precision', { nullable: true })
  points!: number | null;

  @Column('double precision', { nullable: true })
  maxPoints!: number | null;

  @Column('double precision')
  coverage!: number;

  /** sha256 of the canonical result: a replay must give the same. */
  @Column('text')
  resultSha256!: string;

  /** Whether, when it was filed, words and coverage were good enough for an automatic card to count. Never judged again. */
  @Column('boolean')
  trusted!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}

/** Which scorecard counts for a leg and checklist. Moved by one pure rule; every move is journalled. */
@Entity('counting_scorecard')
export class CountingScorecard {
  @PrimaryColumn('uuid')
  legId!: string;

  @PrimaryColumn('text')
  checklistId!: string;

  @Column('uuid', { nullable: true })
  scorecardId!: string | null;
}
