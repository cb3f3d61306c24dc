import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = `
  -- A day of the site whose results are counted, from its first instant up to that of the next: no zone is in it, so that days of another zone
  -- are other days.
  create table counted_day (
    starts timestamptz not null,
    ends timestamptz not null check (ends > starts),
    counted_at timestamptz not null,
    primary key (starts, ends)
  );
  create table counted_result (
    starts timestamptz not null,
    ends timestamptz not null,
    by text not null check (by in ('item', 'clause')),
    language text not null,
    direction text not null,
    name text not null,
    -- Calls with a result of this item or clause, and how it came out for how many; judged is met or not met.
    calls int not null,
    met int not null,
    not_met int not null,
    not_applicable int not null,
    insufficient int not null,
    judged int not null,
    primary key (starts, ends, by, language, direction, name),
    foreign key (starts, ends) references counted_day (starts, ends) on delete cascade
  );
  -- Something that was counted at this instant changed. Rows are only ever added by what changes, so that no two changes wait for each other.
  create table day_to_recount (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    marked_at timestamptz not null default now()
  );
  create index day_to_recount_at on day_to_recount (at);
`;

/** Written in the transaction of the change, so that a reader of the change also reads that the counts are older. */
const MARKS = `
  create function results_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if tg_op <> 'INSERT' then
      insert into day_to_recount (at) values (old.started_at);
    end if;
    if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.started_at <> old.started_at) then
      insert into day_to_recount (at) values (new.started_at);
    end if;
    return null;
  end $$;
  revoke all on function results_changed() from public;
  create trigger listed_leg_results_come after insert on listed_leg for each row
    when (new.results <> '{}') execute function results_changed();
  create trigger listed_leg_results_change after update on listed_leg for each row
    when ((old.results <> '{}' or new.results <> '{}')
      and (old.results, old.clauses, old.counted, old.started_at, old.language, old.direction, old.call_id)
        is distinct from (new.results, new.clauses, new.counted, new.started_at, new.language, new.direction, new.call_id))
    execute function results_changed();
  create trigger listed_leg_results_go after delete on listed_leg for each row
    when (old.results <> '{}') execute function results_changed();
`;

/** Reports by item and clause read counts of whole days, and rows only of days that have changed since (decision 92). */
export class CountedResults1795788000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(MARKS);
    await runner.query(
      'grant select, insert, delete on counted_day, counted_result, day_to_recount to shouwen_runtime',
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
