import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = `
  create table webhook_endpoint (
    id uuid primary key,
    name text not null,
    url text not null,
    events text[] not null check (cardinality(events) > 0),
    team_id uuid references team (id),
    client_id uuid references client (id),
    state text not null check (state in ('active','paused')),
    pause_reason text check (pause_reason in ('by_person','gone','failing')),
    failing_since timestamptz,
    failures int not null default 0,
    quiet_until timestamptz,
    last_accepted_at timestamptz,
    secret bytea not null,
    secret_key_version text not null,
    old_secret bytea,
    old_secret_key_version text,
    old_secret_until timestamptz,
    created_by_person_id uuid not null references person (id),
    created_at timestamptz not null,
    removed_at timestamptz,
    constraint a_pause_has_a_reason check ((state = 'paused') = (pause_reason is not null)),
    constraint narrowed_once check (team_id is null or client_id is null),
    constraint an_old_secret_is_whole check (num_nulls(old_secret, old_secret_key_version, old_secret_until) in (0, 3))
  );
  create index webhook_endpoint_events on webhook_endpoint using gin (events) where removed_at is null;
  create table webhook_delivery (
    id uuid primary key,
    endpoint_id uuid not null references webhook_endpoint (id),
    entry_id uuid references journal_entry (id),
    call_id uuid references call (id),
    type text not null,
    at timestamptz not null,
    body text not null,
    state text not null check (state in ('waiting','delivered','failed')),
    tries int not null default 0,
    due_at timestamptz,
    created_at timestamptz not null,
    settled_at timestamptz,
    constraint only_the_waiting_are_due check ((state = 'waiting') = (due_at is not null)),
    constraint once_for_an_entry unique (endpoint_id, entry_id)
  );
  create index webhook_delivery_due on webhook_delivery (endpoint_id, due_at) where state = 'waiting';
  create index webhook_delivery_failed on webhook_delivery (endpoint_id) where state = 'failed';
  create index webhook_delivery_latest on webhook_delivery (endpoint_id, id);
  create index webhook_delivery_old on webhook_delivery (created_at);
  create table webhook_attempt (
    id uuid primary key,
    delivery_id uuid not null references webhook_delivery (id) on delete cascade,
    at timestamptz not null,
    outcome text not null,
    status int,
    duration_ms int not null,
    answer_bytes int,
    answer_sha256 text
  );
  create index webhook_attempt_delivery on webhook_attempt (delivery_id, at);
`;

/** Endpoints, what is to be delivered to them, and every try. */
export class Webhooks1764100700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`
      grant select, insert, update on webhook_endpoint to shouwen_runtime;
      grant select, insert, update, delete on webhook_delivery, webhook_attempt to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_attempt, webhook_delivery, webhook_endpoint');
  }
}
