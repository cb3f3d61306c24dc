import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An upload may leave its language out: it is then told from the sound, and how sure that is stands beside it (decision 65). */
export class ToldLanguage1795776100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table call alter column language drop not null, add column language_told jsonb;
      alter table listed_leg alter column language drop not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
