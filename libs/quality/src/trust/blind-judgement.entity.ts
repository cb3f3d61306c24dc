import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type InsufficientReason, type Language, type Outcome, type Source } from '#contracts';

/** One item of a blind review: what the machine had said, and what a person said who had not seen it. Codes only: it stays when words go. */
@Entity('blind_judgement')
export class BlindJudgementRow {
  @Column('uuid')
  assignmentId!: string;

  @PrimaryColumn('text')
  itemId!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;

  @Column('text')
  checklistId!: string;

  @Column('int')
  checklistVersion!: number;

  /** By a draw in which each call had the same chance: a draw by risk would measure how hard calls are. */
  @Column('boolean')
  drawnAtRandom!: boolean;

  /** The newest automatic card of this version at that time. */
  @Column('uuid')
  machineScorecardId!: string;

  @Column('text')
  machineOutcome!: Outcome;

  @Column('text')
  machineSource!: Source;

  /** A language model that counts decided it, and not rules and acts. */
  @Column('boolean')
  byLanguageModel!: boolean;

  @Column('text', { nullable: true })
  machineReason!: InsufficientReason | null;

  @Column('double precision')
  machineConfidence!: number;

  @PrimaryColumn('uuid')
  personScorecardId!: string;

  @Column('text')
  personOutcome!: Outcome;

  @Column('uuid')
  reviewerPersonId!: string;

  /** Of the words that the machine judged; of a card without words, of the call. */
  @Column('text', { nullable: true })
  language!: Language | null;

  /** What recognised these words; null without words. */
  @Column('text', { nullable: true })
  engine!: string | null;

  @Column('text', { nullable: true })
  engineVersion!: string | null;

  /** The machine's result of the leg was shown to this person before the call was theirs: it says nothing of the machine. */
  @Column('boolean')
  seenBefore!: boolean;

  @Column('timestamptz')
  judgedAt!: Date;

  /** The review was retracted: it counts no more. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
