import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = `
  create table legal_hold (
    id uuid primary key,
    code text not null unique,
    case_id uuid not null references legal_case (id),
    reason text not null,
    rule jsonb,
    placed_by_person_id uuid not null references person (id),
    placed_at timestamptz not null,
    release_asked_by_person_id uuid references person (id),
    release_asked_at timestamptz,
    release_reason text,
    released_by_person_id uuid references person (id),
    released_at timestamptz,
    constraint release_is_asked_whole check (num_nulls(release_asked_by_person_id, release_asked_at, release_reason) in (0, 3)),
    constraint released_was_asked check (released_at is null or release_asked_at is not null),
    constraint released_by_somebody check ((released_at is null) = (released_by_person_id is null)),
    constraint release_takes_two check (released_by_person_id <> release_asked_by_person_id)
  );
  create table custody_hold (
    id uuid primary key,
    hold_id uuid not null references legal_hold (id),
    call_id uuid not null references call (id),
    -- null: every recording of the call, also later ones.
    recording_id uuid references recording (id),
    placed_at timestamptz not null,
    released_at timestamptz
  );
  create unique index custody_hold_once on custody_hold (hold_id, call_id, recording_id) nulls not distinct where released_at is null;
  create index custody_hold_call on custody_hold (call_id) where released_at is null;
  create index legal_hold_case on legal_hold (case_id);
  create index recording_cut_deferred on recording (id) where cut_deferred;
`;

const COLUMNS = `
  alter table recording
    add column restricted boolean not null default false,
    add column cut_deferred boolean not null default false,
    add column destruction_started_at timestamptz;
  alter table stored_object add column locked_at timestamptz;
`;

/** Holds win until the point of no return, whatever program asks; and nobody passes that point twice, or back. */
const GUARDS = `
  create function destruction_heeds_holds() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.destruction_started_at is not null then
      raise exception 'the destruction of recording % has started', new.id using errcode = 'check_violation';
    end if;
    if exists (select 1 from custody_hold where call_id = new.call_id and released_at is null
               and (recording_id is null or recording_id = new.id)) then
      raise exception 'recording % is under a legal hold', new.id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger recording_destruction_heeds_holds before update of destruction_started_at on recording
    for each row when (new.destruction_started_at is distinct from old.destruction_started_at) execute function destruction_heeds_holds();
  -- A released hold stays released, and keeps saying who asked and who agreed.
  create function released_hold_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    raise exception 'hold % is released', old.id using errcode = 'check_violation';
  end $$;
  create trigger legal_hold_released_stays before update on legal_hold
    for each row when (old.released_at is not null) execute function released_hold_stays();
`;

/** Legal holds: what they cover, who placed them, who released them (ADR 0035). */
export class Holds1764300300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(TABLES);
    await runner.query(GUARDS);
    await runner.query(`
      grant select, insert on legal_hold, custody_hold to shouwen_runtime;
      grant update (release_asked_by_person_id, release_asked_at, release_reason, released_by_person_id, released_at)
        on legal_hold to shouwen_runtime;
      grant update (released_at) on custody_hold to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
