import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What records once took for a leg may turn out to be none: its row goes. One that has a recording, that an upload brought, or that a person
 * wrote of stays whatever records say.
 */
export class LegsOfRecords1795830612000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function leg_of_records_alone() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if old.record_key is null or exists (select 1 from recording where leg_id = old.id) then
          raise exception 'a leg that is more than records say stays' using errcode = 'check_violation', constraint = 'leg_of_records_alone';
        end if;
        return old;
      end $$;
      revoke all on function leg_of_records_alone() from public;
      create trigger leg_of_records_alone before delete on leg for each row execute function leg_of_records_alone();
      grant delete on leg to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
