import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which engines heard calls lately, found without reading every transcript: the trust screen has a row for each. */
export class TranscriptEngines1795788300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index transcript_engine on transcript (language, engine, created_at)');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
