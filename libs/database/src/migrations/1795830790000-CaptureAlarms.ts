import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Kinds of alarm: what may be wrong while calls are captured as they are spoken. Alarms are few, and checked at once. */
export class CaptureAlarms1795830790000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alarm drop constraint alarm_kind_check, add constraint alarm_kind_check
        check (kind in ('schedule_late','schedule_failing','disk_low','disk_full','keys_unmarked','keys_doubtful','calls_incomplete','gaps_old',
          'source_silent','source_blocked','source_aside','capture_full','capture_spool_low','capture_keys_out','capture_disk'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
