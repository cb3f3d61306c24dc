/* eslint-disable max-lines -- one migration, read top to bottom, is never edited after it has shipped */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CONTENT_ROLES = "('agent','supervisor','quality_analyst','quality_manager','legal_requester','legal_approver')";

const JOURNAL = `
  create table journal_entry (
    id uuid primary key,
    event text not null,
    at timestamptz not null,
    actor_person_id uuid,
    call_id uuid,
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$')
  );
  create index journal_entry_call on journal_entry (call_id, at) where call_id is not null;
  create table journal_detail (
    entry_id uuid primary key references journal_entry (id),
    salt text not null,
    details jsonb not null
  );
  create table journal_pending (
    entry_id uuid not null references journal_entry (id),
    purpose text not null check (purpose in ('seal','follow_up')),
    primary key (entry_id, purpose)
  );
  create index journal_pending_purpose on journal_pending (purpose, entry_id);
  create table journal_seal (
    position bigint primary key check (position > 0),
    entry_id uuid not null unique references journal_entry (id),
    chain_hash text not null
  );
  create table journal_head (
    position bigint primary key references journal_seal (position),
    chain_hash text not null,
    signed_at timestamptz not null,
    signature text not null
  );
`;

const WORK = `
  create table work (
    id uuid primary key,
    job text not null,
    subject_id uuid not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    lease_token uuid,
    lease_until timestamptz,
    done_at timestamptz,
    failed_at timestamptz,
    last_error text,
    created_at timestamptz not null
  );
  create unique index work_open_once on work (job, subject_id) where done_at is null and failed_at is null;
  create index work_due on work (due_at) where done_at is null and failed_at is null;
  create index work_subject on work (subject_id);
`;

const PEOPLE = `
  create table client (id uuid primary key, name_zh text not null, name_en text not null);
  create table team (id uuid primary key, client_id uuid not null references client (id), name_zh text not null, name_en text not null);
  create table company (id int primary key check (id = 1), profile jsonb not null);
  create table person (
    id uuid primary key,
    staff_number text not null unique,
    name_zh text not null,
    name_en text not null,
    team_id uuid not null references team (id)
  );
  create table account (
    id uuid primary key,
    person_id uuid not null references person (id),
    username text not null unique check (username = lower(username)),
    password_hash text not null,
    language text not null check (language in ('zh','en')),
    disabled_at timestamptz,
    unique (id, person_id)
  );
  create table role_assignment (
    id uuid primary key,
    account_id uuid not null,
    -- The account's own person, here so that the constraint below can compare people.
    person_id uuid not null,
    role text not null,
    team_id uuid references team (id),
    granted_by_person_id uuid references person (id),
    approved_by_person_id uuid references person (id),
    created_at timestamptz not null,
    foreign key (account_id, person_id) references account (id, person_id),
    -- A role that reaches content, or approves, takes two people, whoever gives it and somebody else, neither of whom gets it (design §3).
    constraint role_needs_second_person check (
      role not in ${CONTENT_ROLES}
      or (granted_by_person_id is not null and approved_by_person_id is not null and granted_by_person_id <> approved_by_person_id
        and person_id not in (granted_by_person_id, approved_by_person_id))
    )
  );
  create unique index role_assignment_once on role_assignment (account_id, role, team_id) nulls not distinct;
  create table session (
    token_hash text primary key,
    id uuid not null unique,
    account_id uuid not null references account (id),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
  );
  create index session_account on session (account_id);
  create table sign_in_delay (
    username text not null,
    address text not null,
    failures int not null,
    delayed_until timestamptz not null,
    primary key (username, address)
  );
`;

const CALLS = `
  create table matter (
    id uuid primary key,
    source text not null,
    external_id text not null,
    title text not null,
    unique (source, external_id)
  );
  create table call (
    id uuid primary key,
    source text not null,
    external_id text not null,
    matter_id uuid references matter (id),
    direction text not null check (direction in ('inbound','outbound','internal')),
    classification text not null check (classification in ('business','private')),
    language text not null,
    region text not null,
    customer text,
    started_at timestamptz not null,
    stage text not null check (stage in ('known','recorded','sealed','transcribed','scored','not_recorded','needs_attention')),
    stage_reason text,
    stage_at timestamptz not null,
    created_at timestamptz not null,
    unique (source, external_id),
    constraint stage_has_reason check ((stage in ('not_recorded','needs_attention')) = (stage_reason is not null))
  );
  create index call_newest on call (started_at desc, id desc);
  create index call_stage_newest on call (stage, started_at desc, id desc);
  create index call_matter on call (matter_id, started_at) where matter_id is not null;
  create table leg (
    id uuid primary key,
    call_id uuid not null references call (id),
    position int not null,
    person_id uuid not null references person (id),
    team_id uuid not null references team (id),
    queue_seconds double precision,
    alerted_at timestamptz,
    answered_at timestamptz,
    ended_at timestamptz,
    hangup_party text check (hangup_party in ('agent','customer','system')),
    transfer text check (transfer in ('none','blind','warm')),
    consulted boolean,
    hold_spans jsonb not null,
    unique (call_id, position)
  );
  create index leg_team on leg (team_id, call_id);
  create index leg_person on leg (person_id, call_id);
  create table consent_decision (
    id uuid primary key,
    call_id uuid not null references call (id),
    state text not null,
    rule_id text not null,
    may_record boolean not null,
    reason text,
    evidence_kind text,
    evidence_at timestamptz,
    evidence_reference text,
    decided_at timestamptz not null,
    -- Fail closed, also here: nothing that was declined, withdrawn or is unknown can be marked as recordable.
    constraint consent_fails_closed check (not may_record or state in ('announced','given','not_required'))
  );
  create index consent_decision_call on consent_decision (call_id, decided_at);
`;

const RECORDINGS = `
  create table recording (
    id uuid primary key,
    call_id uuid not null references call (id),
    leg_id uuid not null references leg (id),
    source text not null,
    external_id text not null,
    sha256 text not null,
    bytes bigint not null,
    duration_ms int not null,
    channels int not null check (channels between 1 and 2),
    sample_rate int not null,
    codec text not null,
    agent_channel text check (agent_channel in ('left','right')),
    custody text not null check (custody in ('captured','sealed','expired','destroyed')),
    incomplete boolean not null,
    damaged boolean not null,
    key_id uuid not null unique,
    sealed_at timestamptz,
    progress double precision,
    created_at timestamptz not null,
    unique (source, external_id)
  );
  create index recording_call on recording (call_id);
  create index recording_leg on recording (leg_id);
  create table stored_object (
    id uuid primary key,
    recording_id uuid not null references recording (id),
    kind text not null,
    store_key text not null unique,
    wrapped_key bytea not null,
    plain_bytes bigint not null,
    segments int not null,
    sealed_sha256 text,
    mime_type text not null,
    verified_at timestamptz,
    created_at timestamptz not null,
    -- Nothing is called verified without the hash of what was read back.
    constraint verified_has_hash check ((verified_at is null) = (sealed_sha256 is null))
  );
  create index stored_object_recording on stored_object (recording_id, kind);
  create table object_write (
    object_id uuid primary key,
    store_key text not null,
    key_id uuid,
    started_at timestamptz not null,
    -- Set once the write is being taken back: from then on it cannot be recorded.
    sweeping_at timestamptz
  );
  create table transcript (
    id uuid primary key,
    recording_id uuid not null references recording (id),
    version int not null,
    object_id uuid not null references stored_object (id),
    language text not null,
    engine text not null,
    engine_version text not null,
    model text not null,
    unreliable jsonb not null,
    created_at timestamptz not null,
    unique (recording_id, version)
  );
  create table transcript_chunk (
    recording_id uuid not null references recording (id),
    engine text not null,
    channel int not null,
    chunk int not null,
    object_id uuid not null references stored_object (id),
    primary key (recording_id, engine, channel, chunk)
  );
`;

const QUALITY = `
  create table checklist_version (
    checklist_id text not null,
    version int not null,
    sha256 text not null,
    definition jsonb not null,
    published_at timestamptz not null,
    primary key (checklist_id, version)
  );
  create table scorecard (
    id uuid primary key,
    leg_id uuid not null references leg (id),
    checklist_id text not null,
    checklist_version int not null,
    transcript_id uuid references transcript (id),
    lexicon_hash text not null,
    engine_hash text not null,
    author text not null check (author in ('automatic','review','dispute')),
    author_person_id uuid references person (id),
    items jsonb not null,
    counts jsonb not null,
    worst jsonb,
    points double precision,
    max_points double precision,
    coverage double precision not null,
    result_sha256 text not null,
    trusted boolean not null,
    created_at timestamptz not null,
    foreign key (checklist_id, checklist_version) references checklist_version (checklist_id, version),
    constraint person_signs_human_scores check ((author = 'automatic') = (author_person_id is null))
  );
  create unique index scorecard_automatic_once on scorecard (leg_id, checklist_id, checklist_version, transcript_id, lexicon_hash, engine_hash)
    nulls not distinct where author = 'automatic';
  create index scorecard_leg on scorecard (leg_id, checklist_id);
  create table counting_scorecard (
    leg_id uuid not null references leg (id),
    checklist_id text not null,
    scorecard_id uuid references scorecard (id),
    primary key (leg_id, checklist_id)
  );
`;

const LEGAL = `
  create table standing_grant (
    id uuid primary key,
    code text not null unique,
    role text not null,
    scope text not null check (scope in ('own','team')),
    purpose text not null,
    actions jsonb not null,
    rendition text not null check (rendition in ('masked','original')),
    published_by_person_id uuid not null references person (id),
    approved_by_person_id uuid not null references person (id),
    valid_from timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint grant_needs_four_eyes check (published_by_person_id <> approved_by_person_id)
  );
  create table play (
    id uuid primary key,
    recording_id uuid not null references recording (id),
    call_id uuid not null references call (id),
    session_id uuid not null references session (id),
    account_id uuid not null references account (id),
    person_id uuid not null references person (id),
    grant_id uuid not null references standing_grant (id),
    purpose text not null,
    rendition text not null,
    heard_ms jsonb not null,
    released_ms jsonb not null default '[]',
    opened_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    closed_at timestamptz
  );
  create index play_open on play (last_used_at) where closed_at is null;
`;

/** Append-only for the product itself: what is written there stays, whoever gets hold of the runtime role. */
const APPEND_ONLY = [
  'journal_entry',
  'journal_detail',
  'journal_seal',
  'journal_head',
  'consent_decision',
  'checklist_version',
  'scorecard',
  'transcript',
];

export class FirstPath1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [JOURNAL, WORK, PEOPLE, CALLS, RECORDINGS, QUALITY, LEGAL]) await runner.query(part);
    await runner.query(`
      grant usage on schema public to shouwen_runtime;
      grant select, insert, update, delete on all tables in schema public to shouwen_runtime;
      revoke update, delete on ${APPEND_ONLY.join(', ')} from shouwen_runtime;
      revoke all on migrations from shouwen_runtime;
      grant select on migrations to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: restore a backup instead.');
  }
}
