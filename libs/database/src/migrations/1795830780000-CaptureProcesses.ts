import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The last figures of each process that takes calls as they happen. A new table. */
export class CaptureProcesses1795830780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table capture_process (
        process text primary key check (length(process) <= 200),
        reported_at timestamptz not null,
        figures jsonb not null check (length(figures::text) <= 200000)
      );
      grant select, insert, update, delete on capture_process to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
