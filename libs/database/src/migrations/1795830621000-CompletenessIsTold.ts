import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A team whose calls of a day are below the target of completeness is told of as other figures are. */
export class CompletenessIsTold1795830621000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table figure_alert drop constraint figure_alert_measure_check,
        add constraint figure_alert_measure_check check (measure in ('critical', 'rings', 'complete'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
