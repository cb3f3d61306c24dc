import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A leg that records tell of no more goes with what they said of it. The database asks each table that names legs whether it names that one:
 * without an index it would read through every leg, fact and gap there is. Nothing of them is there when calls of telephones come, so that they
 * are made in no time.
 */
export class FoundByLeg1795830699000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index leg_transferred_to on leg (transferred_to_leg_id) where transferred_to_leg_id is not null',
    );
    await runner.query('create index call_fact_leg on call_fact (leg_id) where leg_id is not null');
    await runner.query('create index gap_leg on gap (leg_id)');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
