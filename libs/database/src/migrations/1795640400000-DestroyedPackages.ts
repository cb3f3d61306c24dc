import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A destruction lists the packages of evidence that hold the recording: they go with it. Null of one that started before. */
export class DestroyedPackages1795640400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table destruction add column packages jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table destruction drop column packages');
  }
}
