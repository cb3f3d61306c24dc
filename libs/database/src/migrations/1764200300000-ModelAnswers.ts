import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Written before a score rests on it; of two workers that asked the same at once, the first answer stays (docs/decisions/0030). */
const ANSWERS = `
  create table model_answer (
    id uuid primary key,
    transcript_id uuid not null references transcript (id),
    question_key text not null check (question_key ~ '^[0-9a-f]{64}$'),
    model text not null,
    prompt_version int not null,
    said jsonb not null,
    asked_at timestamptz not null
  );
  create unique index model_answer_once on model_answer (transcript_id, question_key, model, prompt_version)
    where said->>'said' = 'answer';
  create index model_answer_transcript on model_answer (transcript_id);
`;

/** What a language model said, for scores that replay. */
export class ModelAnswers1764200300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWERS);
    await runner.query('grant select, insert on model_answer to shouwen_runtime');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
