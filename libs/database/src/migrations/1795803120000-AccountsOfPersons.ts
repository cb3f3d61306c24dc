import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A person's account is found by the person: without an index a list of 5,000 people read 5,000 accounts for each of them. */
export class AccountsOfPersons1795803120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index account_person on account (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index account_person');
  }
}
