import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was taken of a telephone system and is not in the journal yet: a log that grows is said once a day, and not once for each piece. */
export class RecordsTakenByDay1795830801000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table untold_records (
        id uuid primary key,
        source_id uuid not null references telephony_source (id),
        day date not null,
        by_person_id uuid references person (id),
        taken bigint not null check (taken > 0),
        unique nulls not distinct (source_id, day, by_person_id)
      );
      grant select, insert, update, delete on untold_records to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
