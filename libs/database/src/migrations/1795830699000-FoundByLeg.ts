import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexConcurrently } from '../index-concurrently.js';

const INDEXES = {
  leg_transferred_to: 'on leg (transferred_to_leg_id) where transferred_to_leg_id is not null',
  call_fact_leg: 'on call_fact (leg_id) where leg_id is not null',
  gap_leg: 'on gap (leg_id)',
};

/**
 * A leg that records tell of no more goes with what they said of it. The database asks each table that names legs whether it names that one:
 * without an index it would read through every leg, fact and gap there is. The indexes are made while those are written.
 */
export class FoundByLeg1795830699000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(INDEXES)) await indexConcurrently(runner, name, definition);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
