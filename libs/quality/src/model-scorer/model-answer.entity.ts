import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ModelSaid } from '#contracts';

/** What came of asking a language model one question about one transcript: kept for ever, so that scores replay without it. */
@Entity('model_answer')
export class ModelAnswerRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  transcriptId!: string;

  /** Names the question: `questionKey`. */
  @Column('text')
  questionKey!: string;

  @Column('text')
  model!: string;

  @Column('int')
  promptVersion!: number;

  /** Numbers and closed words. */
  @Column('jsonb')
  said!: ModelSaid;

  @Column('timestamptz')
  askedAt!: Date;
}
