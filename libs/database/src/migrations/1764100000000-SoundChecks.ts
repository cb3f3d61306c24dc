import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was measured of a recording's sound when it was sealed (libs/contracts/src/sound-checks.ts). */
export class SoundChecks1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table recording add column sound_checks jsonb');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
