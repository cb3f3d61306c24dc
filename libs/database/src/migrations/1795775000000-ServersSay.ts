import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a server elsewhere said when a call could not be turned into words: the reason alone does not tell which model it wanted. */
export class ServersSay1795775000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table call add column stage_said text check (length(stage_said) between 1 and 300)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table call drop column stage_said');
  }
}
