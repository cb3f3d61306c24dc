import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Where sensitive words stand, what the company hides, the masked copies of sound, and what was cut from recordings (ADR 0032). */
export class Redaction1764200500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`
      grant select, insert on redaction, redaction_policy, destruction_certificate to shouwen_runtime;
      grant update (decision, decided_by_person_id, decided_at) on redaction_policy to shouwen_runtime;
      grant select, insert, update, delete on masked_sound to shouwen_runtime;
      grant select, insert on recording_cut to shouwen_runtime;
      grant update (old_objects_deleted_at, key_destroyed_at) on recording_cut to shouwen_runtime;
      -- A cut seals the same words anew, without what was cut: the row stays and names the new object.
      grant update (object_id) on transcript to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (object_id) on transcript from shouwen_runtime;
      drop table destruction_certificate, recording_cut, masked_sound, redaction_policy, redaction;
    `);
  }
}

const TABLES = `
  -- Coordinates only. A newer version of the rules adds a row; the newest is what holds.
  create table redaction (
    transcript_id uuid not null references transcript (id),
    rules_version int not null check (rules_version > 0),
    spans jsonb not null,
    created_at timestamptz not null,
    primary key (transcript_id, rules_version)
  );
  create table redaction_policy (
    version int primary key check (version > 0),
    mode text not null check (mode in ('mask','highlight')),
    kinds jsonb not null,
    unchecked text not null check (unchecked in ('listen','refuse')),
    -- Whether it hides less than the one before: then it is in force only once somebody else has agreed.
    weakens boolean not null,
    proposed_by_person_id uuid references person (id),
    proposed_at timestamptz not null,
    decision text check (decision in ('agreed','refused')),
    decided_by_person_id uuid references person (id),
    decided_at timestamptz,
    constraint weaker_policy_needs_second_person check (decision is distinct from 'agreed' or decided_by_person_id is distinct from proposed_by_person_id),
    constraint decision_is_whole check ((decision is null) = (decided_by_person_id is null) and (decision is null) = (decided_at is null))
  );
  create unique index redaction_policy_one_waiting on redaction_policy ((true)) where weakens and decision is null;
  create table masked_sound (
    recording_id uuid primary key references recording (id),
    transcript_id uuid not null references transcript (id),
    rules_version int not null,
    rendition_object_id uuid not null references stored_object (id),
    peaks_object_id uuid not null references stored_object (id),
    spans_ms jsonb not null,
    made_at timestamptz not null
  );
  create table recording_cut (
    id uuid primary key,
    recording_id uuid not null references recording (id),
    transcript_id uuid not null references transcript (id),
    rules_version int not null,
    spans_ms jsonb not null,
    -- What stood before: bytes, codec and hash of the original as it was received.
    old_key_id uuid not null,
    old_objects jsonb not null,
    new_sha256 text not null check (new_sha256 ~ '^[0-9a-f]{64}$'),
    cut_at timestamptz not null,
    key_destroyed_at timestamptz,
    old_objects_deleted_at timestamptz
  );
  create index recording_cut_recording on recording_cut (recording_id, cut_at);
  create table destruction_certificate (
    id uuid primary key,
    recording_id uuid not null references recording (id),
    cut_id uuid unique references recording_cut (id),
    document jsonb not null,
    -- Ed25519 over the canonical JSON of the document, base64.
    signature text not null,
    public_key text not null,
    issued_at timestamptz not null
  );
`;
