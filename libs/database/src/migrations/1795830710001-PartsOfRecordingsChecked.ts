import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Reads recordings through for what `PartsOfRecordings` adds, in a transaction of its own: they are read meanwhile. */
export class PartsOfRecordingsChecked1795830710001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table recording validate constraint recording_part_of_id_fkey');
    await runner.query('alter table recording validate constraint part_has_a_place');
    await runner.query('create index recording_part_of on recording (part_of_id) where part_of_id is not null');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
