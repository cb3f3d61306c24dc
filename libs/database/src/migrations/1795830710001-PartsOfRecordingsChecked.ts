import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexConcurrently } from '../index-concurrently.js';

/** Reads recordings through for what `PartsOfRecordings` adds: they are read and written meanwhile. */
export class PartsOfRecordingsChecked1795830710001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table recording validate constraint recording_part_of_id_fkey');
    await runner.query('alter table recording validate constraint part_has_a_place');
    await indexConcurrently(runner, 'recording_part_of', 'on recording (part_of_id) where part_of_id is not null');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
