import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tombstones that nothing vouches for (decision 49). The column is not named as a key's, which would make the key one that a row needs. */
const DOUBTS = `
  create table key_doubt (
    doubted_key uuid primary key,
    recording_id uuid references recording (id),
    first text not null,
    second text not null,
    why text not null check (why in ('one_copy','held','no_order')),
    found_at timestamptz not null,
    settled_at timestamptz
  );
  create index key_doubt_open on key_doubt (found_at) where settled_at is null;
  grant select, insert, update on key_doubt to shouwen_runtime;
`;

const DESTRUCTIONS = `
  alter table destruction add column key_copies jsonb,
    add column basis text check (basis in ('certificate','both_copies'));
  -- The key store is compared with the database a page at a time.
  create index destruction_key on destruction (key_id);
  create index recording_cut_old_key on recording_cut (old_key_id);
  create index evidence_export_key on evidence_export (key_id);
`;

/** What a hold covers is let go with the hold, which two people release, and in no other way: whoever runs the program asks. */
const HOLDS = `
  create function cover_ends_with_its_hold() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.released_at is not null then
      raise exception 'what hold % covered is released', old.hold_id using errcode = 'check_violation';
    end if;
    if not exists (select 1 from legal_hold where id = new.hold_id and released_at is not null) then
      raise exception 'hold % is in force: two people release it', new.hold_id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger custody_hold_ends_with_its_hold before update of released_at on custody_hold
    for each row when (new.released_at is distinct from old.released_at) execute function cover_ends_with_its_hold();
  create function cover_begins_in_force() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.released_at is not null then
      raise exception 'what a hold covers begins in force' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger custody_hold_begins_in_force before insert on custody_hold for each row execute function cover_begins_in_force();
`;

/** After a restore nothing is destroyed until two people have looked at what the older database does not know. */
const RESTORED = `
  alter table retention_clock drop constraint retention_clock_jumped_check,
    add constraint retention_clock_jumped_check check (jumped in ('forward','backward','restored')),
    add column restart_asked_by_person_id uuid references person (id), add column restart_asked_at timestamptz,
    add constraint restart_asked_whole check ((restart_asked_by_person_id is null) = (restart_asked_at is null));
  create function restart_takes_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.restart_asked_by_person_id is null or new.confirmed_by_person_id is null
        or new.confirmed_by_person_id = old.restart_asked_by_person_id then
      raise exception 'two people start retention again after a restore' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger retention_clock_restart_takes_two before update on retention_clock
    for each row when (old.jumped = 'restored' and new.jumped is distinct from old.jumped) execute function restart_takes_two();
`;

/** A tombstone alone destroys nothing, and a cover ends with its hold alone. */
export class VaultTrust1795750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [DOUBTS, DESTRUCTIONS, HOLDS, RESTORED]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
