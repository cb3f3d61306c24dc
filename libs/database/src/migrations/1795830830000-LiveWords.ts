import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Words of calls that go on: which are heard, and who reads along (ADR 0141). Additions only. */
const PARTS = [
  `alter table live_call add column words_room integer not null default 0 check (words_room >= 0),
     add column words_heard boolean not null default false,
     add column words_asked_at timestamptz`,
  `alter table live_listening add column follows text not null default 'sound' check (follows in ('sound','words')),
     alter column grant_id drop not null,
     drop constraint listening_is_not_to_oneself,
     add constraint listening_is_not_to_oneself check (follows = 'words' or person_id <> agent_person_id),
     add constraint listening_takes_a_grant check (grant_id is not null or person_id = agent_person_id)`,
  `drop index live_listening_of_session`,
  `create unique index live_listening_of_session on live_listening (session_id, follows) where ended_at is null`,
];

export class LiveWords1795830830000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
