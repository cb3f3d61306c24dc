import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Beside the recording and not in its row, which lists read by the hundred: an hour has some two thousand stretches. */
const SPEECH = `
  create table recording_speech (
    recording_id uuid primary key references recording (id),
    detector text not null,
    channels jsonb not null check (jsonb_typeof(channels) = 'array' and jsonb_array_length(channels) between 1 and 2),
    measured_at timestamptz not null
  );
`;

/** How much each side said, beside the transcript that says it: numbers for a speaking rate that need no words to be opened. */
const SPOKEN = `alter table transcript add column spoken jsonb;`;

/** Measures from audio: who spoke when (docs/decisions/0029). */
export class Measures1764200200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SPEECH, SPOKEN]) await runner.query(part);
    // Deleted with its recording, and never changed.
    await runner.query('grant select, insert, delete on recording_speech to shouwen_runtime');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
