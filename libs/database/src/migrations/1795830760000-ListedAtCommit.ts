import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What changed is noted where it changed, and the list's rows are made once, when the transaction commits (decision 135). The note is of its
 * transaction alone, which takes it away again: no two transactions ever wait for each other's notes, and none outlives a crash. A transaction
 * that has to read the list as it left it says `set constraints listed_leg_due_at_commit immediate`.
 */
const NOTES = `
  create unlogged table listed_leg_due (
    transaction xid8 not null default pg_current_xact_id(),
    leg_id uuid not null,
    primary key (transaction, leg_id)
  );
  comment on table listed_leg_due is 'Legs whose row of the list is made when the transaction commits. Empty to everyone else.';
  -- A backup reads every table.
  grant select on listed_leg_due to shouwen_runtime;

  -- One trigger function for all tables: what changed names its legs.
  create or replace function listed_legs_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if tg_table_name = 'leg' then insert into listed_leg_due (leg_id) select id from changed on conflict do nothing;
    elsif tg_table_name = 'call' then
      insert into listed_leg_due (leg_id) select leg.id from leg join changed on changed.id = leg.call_id on conflict do nothing;
    else insert into listed_leg_due (leg_id) select distinct leg_id from changed where leg_id is not null on conflict do nothing;
    end if;
    return null;
  end $$;
  create or replace function listed_leg_of_row_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into listed_leg_due (leg_id) select new.leg_id where new.leg_id is not null on conflict do nothing;
    return null;
  end $$;
  create or replace function listed_legs_of_matter_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into listed_leg_due (leg_id) select leg.id from leg join call on call.id = leg.call_id where call.matter_id = new.id on conflict do nothing;
    return null;
  end $$;
`;

/**
 * The first note makes the rows of all, in the order of their calls, as `refresh_listed_legs` locks them. The others look for themselves alone:
 * looking for all would read through every note that the first one took away, once for each.
 */
const AT_COMMIT = `
  create function refresh_due_legs() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare ids uuid[];
  begin
    if not exists (select 1 from listed_leg_due where transaction = new.transaction and leg_id = new.leg_id) then return null; end if;
    with due as (delete from listed_leg_due where transaction = pg_current_xact_id() returning leg_id)
      select array_agg(leg_id) into ids from due;
    if ids is not null then perform refresh_listed_legs(ids); end if;
    return null;
  end $$;
  revoke all on function refresh_due_legs() from public;
  create constraint trigger listed_leg_due_at_commit after insert on listed_leg_due deferrable initially deferred
    for each row execute function refresh_due_legs();
`;

export class ListedAtCommit1795830760000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTES);
    await runner.query(AT_COMMIT);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
