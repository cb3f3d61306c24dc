import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Calls that go on while they are captured, and what is asked of them. New tables only. */
const TABLES = `
  create table live_call (
    id uuid primary key,
    source text not null,
    captured_by text not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    person_id uuid references person (id),
    team_id uuid references team (id),
    customer text,
    timeline jsonb not null,
    recording text not null check (recording in ('consent_pending','recording','paused','held','refused','withdrawn')),
    recording_since timestamptz not null,
    pause_ends_at timestamptz,
    silent_since timestamptz,
    seen_at timestamptz not null
  );
  create index live_call_team on live_call (team_id, began_at);
  create index live_call_person on live_call (person_id, began_at);
  create index live_call_going_on on live_call (captured_by) where ended_at is null;
  create index live_call_ended on live_call (ended_at);
  create table live_call_instruction (
    id uuid primary key,
    live_call_id uuid not null references live_call (id),
    act text not null check (act in ('consent_given','consent_refused','consent_withdrawn','pause','resume')),
    how text not null check (how in ('spoken','keypad','form','asked')),
    by_person_id uuid references person (id),
    at timestamptz not null,
    carried_out_at timestamptz
  );
  create index live_call_instruction_of on live_call_instruction (live_call_id);
  create index live_call_instruction_waits on live_call_instruction (at) where carried_out_at is null;
  grant select, insert, update, delete on live_call, live_call_instruction to shouwen_runtime;
`;

export class LiveCalls1795830770000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
