import { type MigrationInterface, type QueryRunner } from 'typeorm';

const GIVING_UP = `
  alter table call drop constraint call_stage_check;
  alter table call add constraint call_stage_check check (
    stage in ('known','recorded','sealed','transcribed','scored','not_recorded','needs_attention','given_up'));
  alter table call drop constraint stage_has_reason;
  alter table call add constraint stage_has_reason check (
    (stage in ('not_recorded','needs_attention','given_up')) = (stage_reason is not null));
  -- What people wrote lies here and not in the journal, so that it can be erased.
  create table call_give_up (
    id uuid primary key,
    call_id uuid not null references call (id),
    by_person_id uuid not null references person (id),
    at timestamptz not null,
    reason text not null,
    note text,
    reopened_at timestamptz
  );
  create unique index call_give_up_open_once on call_give_up (call_id) where reopened_at is null;
  create index call_give_up_call on call_give_up (call_id, at desc);
`;

const PRESENCE = `
  create table worker_presence (
    id uuid primary key,
    host text not null,
    roles jsonb not null,
    version text not null,
    started_at timestamptz not null,
    heartbeat_at timestamptz not null,
    running jsonb not null,
    engines jsonb not null,
    clock_skew_ms int not null
  );
`;

/** The board counts what ended in the last hour and what failed, over a table that keeps every job there was. */
const BOARD = `
  create index work_done_at on work (done_at) where done_at is not null;
  create index work_failed on work (job) where failed_at is not null and done_at is null;
`;

/** Calls that a person gives up; workers that say that they are there. */
export class Processing1764100500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [GIVING_UP, PRESENCE, BOARD]) await runner.query(part);
    await runner.query('grant select, insert, update, delete on call_give_up, worker_presence to shouwen_runtime');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
