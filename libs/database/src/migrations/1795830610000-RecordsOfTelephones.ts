import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Records of telephone systems, sealed by keys of their day, and what they make known: every id that a call has, and every fact with its
 * source. Only new tables, and checks of small ones: no call waits.
 */
export class RecordsOfTelephones1795830610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SOURCES, RECORDS, CALLS, QUEUES, ORIGINS, GRANTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const SOURCES = `
  create table telephony_source (
    id uuid primary key,
    -- As calls name it: what is uploaded under the same name is of the same system.
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    reader text not null,
    settings jsonb not null,
    -- What its records together tell of the house, and whether that has grown since its calls were last folded.
    house jsonb,
    house_grew boolean not null default false,
    team_ids uuid[] check (cardinality(team_ids) > 0),
    folder jsonb,
    created_by_person_id uuid not null references person (id),
    created_at timestamptz not null,
    last_received_at timestamptz,
    last_record_at timestamptz,
    records bigint not null default 0,
    unread bigint not null default 0,
    ended_at timestamptz
  );
`;

const RECORDS = `
  -- Keys of records lie in the key store; the rows only name them. One of a source and a day is in use, or none.
  create table telephony_key (
    key_id uuid primary key,
    source_id uuid not null references telephony_source (id),
    day date not null,
    created_at timestamptz not null,
    -- Nothing is sealed with it any more, and no record of it is left; then it is destroyed.
    ended_at timestamptz,
    destroyed_at timestamptz check (destroyed_at >= ended_at)
  );
  create unique index telephony_key_in_use on telephony_key (source_id, day) where ended_at is null;
  create index telephony_key_ending on telephony_key (ended_at) where destroyed_at is null;

  create table telephony_record (
    source_id uuid not null references telephony_source (id),
    -- Its content's hash.
    id uuid not null,
    kind text not null,
    at timestamptz,
    received_at timestamptz not null,
    -- Hashes of what records of one call find each other by.
    keys bigint[] not null,
    call_id uuid references call (id),
    key_id uuid not null references telephony_key (key_id),
    body bytea not null,
    due boolean not null default true,
    primary key (source_id, id)
  );
  create index telephony_record_keys on telephony_record using gin (keys);
  create index telephony_record_call on telephony_record (call_id);
  create index telephony_record_key on telephony_record (key_id);
  create index telephony_record_due on telephony_record (source_id, received_at) where due;
`;

const CALLS = `
  create table call_name (
    source text not null,
    external_id text not null,
    call_id uuid not null references call (id),
    primary key (source, external_id)
  );
  create index call_name_call on call_name (call_id);

  -- Two that turned out to be one: the first is shown as part of the second. A call that others joined joins none itself.
  create table call_joined (
    call_id uuid primary key references call (id),
    into_call_id uuid not null references call (id) check (into_call_id <> call_id),
    at timestamptz not null
  );
  create index call_joined_into on call_joined (into_call_id);

  create table call_fact (
    id bigint generated always as identity primary key,
    call_id uuid not null references call (id),
    leg_id uuid references leg (id),
    name text not null,
    value jsonb,
    -- Seconds by which a time or a length may be off.
    within real,
    -- Another source of the same kind says otherwise, and neither is taken.
    contradicted boolean not null default false,
    told_by text not null check (told_by in ('records', 'upload', 'person')),
    source_id uuid references telephony_source (id),
    record_id uuid,
    at timestamptz not null,
    constraint records_have_a_source check ((told_by = 'records') = (source_id is not null))
  );
  create index call_fact_call on call_fact (call_id);

  -- The key of the keyed hash by which a customer is known again.
  create table customer_secret (
    key_id uuid primary key,
    created_at timestamptz not null,
    one boolean not null default true unique check (one)
  );
`;

const QUEUES = `
  create table queue_team (
    queue text primary key check (length(queue) between 1 and 60),
    team_id uuid not null references team (id),
    set_by_person_id uuid not null references person (id),
    set_at timestamptz not null
  );
`;

const ORIGINS = `
  alter table correction_proposal
    drop constraint correction_proposal_origin_check,
    add constraint correction_proposal_origin_check check (origin in ('person', 'token', 'upload', 'records'));
  alter table call_correction
    drop constraint call_correction_origin_check,
    add constraint call_correction_origin_check check (origin in ('person', 'upload', 'records'));
`;

const GRANTS = `
  grant select, insert on telephony_source, telephony_key, customer_secret, call_joined to shouwen_runtime;
  grant update (house, house_grew, folder, last_received_at, last_record_at, records, unread, ended_at) on telephony_source to shouwen_runtime;
  grant update (ended_at, destroyed_at) on telephony_key to shouwen_runtime;
  grant update (into_call_id) on call_joined to shouwen_runtime;
  grant select, insert, delete on telephony_record, call_fact to shouwen_runtime;
  grant update (due, call_id) on telephony_record to shouwen_runtime;
  grant select, insert, update, delete on call_name, queue_team to shouwen_runtime;
`;
