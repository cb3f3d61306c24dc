import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What an installation looks after by itself, and what it found each time (decision 36). */
export class Upkeep1764300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table upkeep_run (
        id uuid primary key,
        kind text not null check (kind in ('keys','integrity','backup','drill')),
        started_at timestamptz not null,
        finished_at timestamptz,
        ok boolean,
        result jsonb,
        constraint an_ended_run_says_how check ((finished_at is null) = (ok is null) and (ok is null) = (result is null))
      );
      create index upkeep_run_newest on upkeep_run (kind, started_at desc, id desc);
      -- The key store is compared with the database in 256 parts.
      create index recording_key on recording (key_id);
      grant select, insert, update, delete on upkeep_run to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index recording_key; drop table upkeep_run');
  }
}
