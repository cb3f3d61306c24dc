import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Since when a report's mail is being sent, so that a worker that comes after one that died does not send it twice (decision 90). */
export class ReportCopiesBegin1795788200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table report_copy add column sending_since timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
