import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Where an object lies in the store is told by its id: the last two characters name the folder. No row is written for this. */
export class PlacesOfObjects1795831000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['stored_object', 'object_write'])
      await runner.query(`alter table ${table} drop column store_key`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
