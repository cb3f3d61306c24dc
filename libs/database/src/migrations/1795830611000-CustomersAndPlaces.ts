import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A customer's calls, and legs whose person may be told later, are found by an index. Nothing fits them yet, so that they are made in no time. */
export class CustomersAndPlaces1795830611000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index call_customer_key on call (customer_key, started_at) where customer_key is not null`,
    );
    await runner.query(
      `create index leg_without_person on leg (extension, began_at) where person_id is null and extension is not null`,
    );
    await runner.query(`create index leg_without_team on leg (queue) where team_id is null and queue is not null`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
