import { type MigrationInterface, type QueryRunner } from 'typeorm';

const FACTS = `
  -- Words of the company's own, as the telephone system or CRM sends them: what schedules ask about.
  alter table call add column purpose text, add column outcome text;
  alter table leg add column queue text;
`;

const SCHEDULE = `
  create table retention_schedule (
    version int primary key check (version > 0),
    schedule jsonb not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    reason text not null,
    proposed_by_person_id uuid not null references person (id),
    proposed_at timestamptz not null,
    decision text check (decision in ('agreed','refused')),
    decided_by_person_id uuid references person (id),
    decided_at timestamptz,
    constraint decided_whole check (num_nulls(decision, decided_by_person_id, decided_at) in (0, 3)),
    constraint schedule_takes_two check (decision <> 'agreed' or decided_by_person_id <> proposed_by_person_id)
  );
  create unique index retention_schedule_one_waits on retention_schedule ((true)) where decision is null;
  create function decided_schedule_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    raise exception 'version % of the retention schedule is decided', old.version using errcode = 'check_violation';
  end $$;
  create trigger retention_schedule_stays before update on retention_schedule
    for each row when (old.decision is not null) execute function decided_schedule_stays();
  -- Until when each recording is kept, by the version that says so. Derived, and made again for a new version.
  create table retention_term (
    recording_id uuid primary key references recording (id),
    version int not null references retention_schedule (version),
    -- null: the default.
    rule int,
    keep_until timestamptz not null
  );
  create index retention_term_due on retention_term (keep_until);
  create index retention_term_version on retention_term (version);
  create table retention_clock (
    id int primary key check (id = 1),
    seen_at timestamptz not null,
    stopped_at timestamptz,
    jumped text check (jumped in ('forward','backward')),
    jumped_seconds int,
    confirmed_by_person_id uuid references person (id),
    confirmed_at timestamptz,
    constraint stopped_says_how check (num_nulls(stopped_at, jumped, jumped_seconds) in (0, 3))
  );
`;

const REQUESTS = `
  create table data_request (
    id uuid primary key,
    code text not null unique,
    kind text not null check (kind in ('access','erasure','withdrawal')),
    -- Who asked, in their own words and as far as the company has to know: erased with the last of their calls.
    subject jsonb not null,
    reference text not null,
    note text,
    state text not null check (state in ('open','waiting','agreed','refused','done')),
    registered_by_person_id uuid not null references person (id),
    registered_at timestamptz not null,
    proposal text check (proposal in ('agree','refuse')),
    proposal_reason text,
    proposed_by_person_id uuid references person (id),
    proposed_at timestamptz,
    decided_by_person_id uuid references person (id),
    decided_at timestamptz,
    done_at timestamptz,
    constraint proposed_whole check (num_nulls(proposal, proposal_reason, proposed_by_person_id, proposed_at) in (0, 4)),
    constraint decided_by_somebody check ((decided_at is null) = (decided_by_person_id is null)),
    constraint decided_was_proposed check (decided_at is null or proposed_at is not null),
    constraint request_takes_two check (decided_by_person_id <> proposed_by_person_id),
    constraint state_says_so check ((state in ('agreed','refused','done')) = (decided_at is not null))
  );
  create table data_request_recording (
    request_id uuid not null references data_request (id),
    recording_id uuid not null references recording (id),
    call_id uuid not null references call (id),
    -- It was open to ordinary listening until this request shut it.
    restricted_by_this boolean not null,
    outcome text check (outcome in ('ordered','held','refused','destroyed','handed_over')),
    primary key (request_id, recording_id)
  );
  create index data_request_recording_recording on data_request_recording (recording_id);
`;

const DESTRUCTION = `
  create table destruction (
    id uuid primary key,
    recording_id uuid not null references recording (id),
    call_id uuid not null references call (id),
    reason text not null check (reason in ('schedule','erasure','withdrawal','restored')),
    schedule_version int references retention_schedule (version),
    request_id uuid references data_request (id),
    ordered_at timestamptz not null,
    due_at timestamptz not null,
    cancelled_at timestamptz,
    started_at timestamptz,
    key_id uuid not null,
    -- What there was when it started: nothing is added to it afterwards.
    objects jsonb,
    key_destroyed_at timestamptz,
    rows_erased_at timestamptz,
    erased jsonb,
    bytes_deleted_at timestamptz,
    -- Ciphertext that the store keeps: it outlives its key.
    locked jsonb,
    completed_at timestamptz,
    constraint no_way_back check (cancelled_at is null or started_at is null),
    constraint started_lists_objects check ((started_at is null) = (objects is null)),
    constraint key_after_start check (key_destroyed_at is null or started_at is not null),
    constraint rows_after_key check (rows_erased_at is null or key_destroyed_at is not null),
    constraint bytes_after_rows check (bytes_deleted_at is null or rows_erased_at is not null),
    constraint completed_last check (completed_at is null or bytes_deleted_at is not null)
  );
  create unique index destruction_once on destruction (recording_id) where cancelled_at is null;
  create index destruction_due on destruction (due_at) where started_at is null and cancelled_at is null;
  create index destruction_unfinished on destruction (id) where started_at is not null and completed_at is null;
  create function started_destruction_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    raise exception 'destruction % has started', old.id using errcode = 'check_violation';
  end $$;
  create trigger destruction_has_no_way_back before update of cancelled_at, started_at on destruction
    for each row when (old.started_at is not null) execute function started_destruction_stays();
`;

/** Certificates get numbers, those of cuts too, and one register for both. */
const CERTIFICATES = `
  alter table destruction_certificate add column number text, add column destruction_id uuid unique references destruction (id);
  update destruction_certificate set number = 'DC-' || lpad(numbered.n::text, 6, '0')
    from (select id, row_number() over (order by issued_at, id) as n from destruction_certificate) numbered
    where numbered.id = destruction_certificate.id;
  alter table destruction_certificate alter column number set not null,
    add constraint destruction_certificate_number unique (number),
    add constraint certificate_of_one_thing check (num_nulls(cut_id, destruction_id) = 1);
`;

/**
 * What has to change so that words leave nothing behind. A transcript's row stays for the scores that name it, without words, times or
 * what was counted; evidence is taken out of cards by this one function, and only of a recording whose destruction has started.
 */
const ERASURE = `
  alter table transcript alter column object_id drop not null;
  alter table commitment add column erased_at timestamptz;
  create function erase_evidence(erased uuid) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    cards int;
  begin
    if not exists (select 1 from recording where id = erased and destruction_started_at is not null) then
      raise exception 'the destruction of recording % has not started', erased using errcode = 'check_violation';
    end if;
    update scorecard set inputs = null,
      items = (select coalesce(jsonb_agg(jsonb_set(item, '{evidence}', '[]') order by at), '[]')
               from jsonb_array_elements(items) with ordinality listed (item, at))
      where leg_id = (select leg_id from recording where id = erased)
        and transcript_id in (select id from transcript where recording_id = erased);
    get diagnostics cards = row_count;
    return cards;
  end $$;
  revoke all on function erase_evidence(uuid) from public;
`;

const GRANTS = `
  grant execute on function erase_evidence(uuid) to shouwen_runtime;
  grant select, insert on retention_schedule to shouwen_runtime;
  grant update (decision, decided_by_person_id, decided_at) on retention_schedule to shouwen_runtime;
  grant select, insert, update, delete on retention_term to shouwen_runtime;
  grant select, insert, update on retention_clock to shouwen_runtime;
  grant select, insert, update on data_request, data_request_recording to shouwen_runtime;
  grant select, insert, update on destruction to shouwen_runtime;
  grant update (spoken) on transcript to shouwen_runtime;
  grant delete on redaction, model_answer to shouwen_runtime;
  grant update (note) on commitment_event to shouwen_runtime;
  grant update (at_ms) on back_test_flip to shouwen_runtime;
`;

/** Retention schedules, destruction and what is left of it, requests of the persons recorded (ADR 0035). */
export class Retention1764300310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FACTS, SCHEDULE, REQUESTS, DESTRUCTION, CERTIFICATES, ERASURE, GRANTS])
      await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
