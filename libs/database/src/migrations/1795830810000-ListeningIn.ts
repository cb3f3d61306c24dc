import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Listening in on calls that go on, and the notice of it (ADR 0139). Additions only. */
const PARTS = [
  `alter table recording_notice add column listening_in boolean not null default false`,
  `alter table standing_grant_use drop constraint standing_grant_use_action_check,
     add constraint standing_grant_use_action_check check (action in ('listen','read','listen_live'))`,
  `create table live_listening (
    id uuid primary key,
    live_call_id uuid not null,
    source text not null,
    captured_by text not null,
    agent_person_id uuid not null references person (id),
    team_id uuid references team (id),
    session_id uuid not null references session (id),
    person_id uuid not null references person (id),
    grant_id uuid not null references standing_grant (id),
    purpose text not null,
    opened_at timestamptz not null,
    seen_at timestamptz not null,
    sent_ms integer not null default 0,
    ended_at timestamptz,
    end_reason text check (end_reason in ('stopped','call_over','grant_over','signed_out','not_acknowledged','lost')),
    sound_key bytea,
    sound_key_version text,
    constraint listening_is_not_to_oneself check (person_id <> agent_person_id),
    constraint listening_ends_with_a_reason check ((ended_at is null) = (end_reason is null)),
    constraint listening_key_ends_with_it check ((ended_at is null) = (sound_key is not null) and (sound_key is null) = (sound_key_version is null))
  );
  create unique index live_listening_of_session on live_listening (session_id) where ended_at is null;
  create index live_listening_open on live_listening (captured_by) where ended_at is null;
  create index live_listening_of_call on live_listening (source, live_call_id);
  create index live_listening_at on live_listening (opened_at desc, id desc);
  create index live_listening_by on live_listening (person_id, opened_at desc);
  grant select, insert on live_listening to shouwen_runtime;
  grant update (seen_at, sent_ms, ended_at, end_reason, sound_key, sound_key_version) on live_listening to shouwen_runtime`,
];

export class ListeningIn1795830810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
