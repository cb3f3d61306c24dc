import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An absence ends when the rights of one of the two begin to wait, which a command on the machine can cause, without a person. */
export class AbsencesEndWithRights1795804100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table absence drop constraint ended_by_a_person;
      alter table absence add constraint ended_by_a_person check (ended_by_person_id is null or ended_at is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
