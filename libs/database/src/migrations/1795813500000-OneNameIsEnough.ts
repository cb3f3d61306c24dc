import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A person, a team and a client have a name in each language; who was given one has it in both, so that none is ever shown without. */
export class OneNameIsEnough1795813500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['person', 'team', 'client']) {
      await runner.query(`
        update ${table} set name_zh = coalesce(nullif(btrim(name_zh), ''), name_en), name_en = coalesce(nullif(btrim(name_en), ''), name_zh)
        where btrim(name_zh) = '' or btrim(name_en) = ''`);
      await runner.query(
        `alter table ${table} add constraint ${table}_is_named check (btrim(name_zh) <> '' and btrim(name_en) <> '')`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person', 'team', 'client'])
      await runner.query(`alter table ${table} drop constraint ${table}_is_named`);
  }
}
