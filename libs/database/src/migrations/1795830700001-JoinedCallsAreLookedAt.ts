import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is missing of a call changes when it turns out to be part of another: both are looked at again. */
export class JoinedCallsAreLookedAt1795830700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function mark_joined_calls_for_gaps() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        insert into to_look_at (sweep, subject_id) values ('gap', new.call_id), ('gap', new.into_call_id);
        return null;
      end $$;
      revoke all on function mark_joined_calls_for_gaps() from public;
      create trigger call_joined_gaps after insert or update on call_joined for each row execute function mark_joined_calls_for_gaps();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
