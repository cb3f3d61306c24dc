import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Administrators are told of key directories without their marks and of tombstones in doubt, as of full disks (decision 49). */
export class KeyAlarms1795774000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alarm drop constraint alarm_kind_check, add constraint alarm_kind_check
        check (kind in ('schedule_late','schedule_failing','disk_low','disk_full','keys_unmarked','keys_doubtful'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from alarm where kind in ('keys_unmarked','keys_doubtful');
      alter table alarm drop constraint alarm_kind_check, add constraint alarm_kind_check
        check (kind in ('schedule_late','schedule_failing','disk_low','disk_full'));
    `);
  }
}
