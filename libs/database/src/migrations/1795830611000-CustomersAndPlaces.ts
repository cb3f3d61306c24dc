import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexConcurrently } from '../index-concurrently.js';

const INDEXES = {
  call_customer_key: 'on call (customer_key, started_at) where customer_key is not null',
  leg_without_person: 'on leg (extension, began_at) where person_id is null and extension is not null',
  leg_without_team: 'on leg (queue) where team_id is null and queue is not null',
};

/**
 * A customer's calls, and legs whose person may be told later, are found by an index. Nothing fits them yet; that this is so is read out of every
 * row there is, while calls are written.
 */
export class CustomersAndPlaces1795830611000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(INDEXES)) await indexConcurrently(runner, name, definition);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
