import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Rows of the list whose card has a result that is not trusted, made before `CalibrationsStay`, say that something was not met, or fail to say
 * what they say since. They are made once more. No build before that day wrote such results, so that older cards are not opened.
 */
export class AnyNotMet1795788500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `select refresh_listed_legs(array(
         select distinct leg_id from scorecard where created_at >= timestamptz '2026-11-27T00:00:00Z' and items::text like '%"notTrusted"%'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
