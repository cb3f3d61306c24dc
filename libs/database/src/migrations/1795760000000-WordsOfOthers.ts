import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Words that other tools wrote: who their speakers are, why they cannot be used, and that they are wanted again after a correction. */
export class WordsOfOthers1795760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recording add column speakers jsonb, add column words_refusal jsonb,
        add column words_wanted integer not null default 0;
      alter table transcript add column words_wanted integer not null default 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table transcript drop column words_wanted;
      alter table recording drop column words_wanted, drop column words_refusal, drop column speakers;
    `);
  }
}
