import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** One may take on an alarm of pauses, too. */
export class PausesAreLookedAt1795830771000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table floor_acknowledgement drop constraint floor_acknowledgement_kind_check;
      alter table floor_acknowledgement add constraint floor_acknowledgement_kind_check
        check (kind in ('wait_long','service_low','records_stopped','pauses_many'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
