import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An administrator lifts the lock that failed tries set on another person's account, with a reason (decision 104). */
export class LocksLifted1795812620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account_unlock (
        id uuid primary key,
        account_id uuid not null references account (id),
        lifted_by_person_id uuid not null references person (id),
        lifted_at timestamptz not null,
        -- What people wrote lies here and not in the journal.
        reason text not null check (length(reason) between 3 and 500)
      );
      create index account_unlock_of_account on account_unlock (account_id, lifted_at desc);
      create function another_lifts_the_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if exists (select 1 from account where id = new.account_id and person_id = new.lifted_by_person_id) then
          raise exception 'no person lifts a lock of their own' using errcode = 'check_violation', constraint = 'another_lifts_the_lock';
        end if;
        return new;
      end $$;
      revoke all on function another_lifts_the_lock() from public;
      create trigger another_lifts_the_lock before insert on account_unlock for each row execute function another_lifts_the_lock();
      create trigger done_in_person before insert on account_unlock for each row when (acting_for() is not null) execute function done_in_person();
      create trigger with_role_in_force before insert on account_unlock for each row
        execute function acts_by_role_in_force('lifted_by_person_id', 'person', 'administrator');
      grant select, insert on account_unlock to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
