import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Numbers that several customers call from, such as a switchboard's: their calls are of no known customer. A new table: no call waits. */
export class SwitchboardNumbers1795830700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table switchboard_number (
        id uuid primary key,
        -- The keyed hash by which its calls would be one customer's.
        key bytea not null unique,
        -- As the company wrote it. Null: calls told it, and the number itself is not kept.
        number text unique check (number ~ '^[+][0-9]{8,15}$'),
        set_by_person_id uuid references person (id),
        set_at timestamptz not null,
        constraint switchboard_number_is_told check ((number is null) = (set_by_person_id is null))
      );
      grant select, insert, delete on switchboard_number to shouwen_runtime;
      grant update (number, set_by_person_id) on switchboard_number to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
