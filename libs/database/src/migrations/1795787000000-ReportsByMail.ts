import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who gets which report by mail, and what became of each person's copy (decision 90). No figure and no address is kept. */
export class ReportsByMail1795787000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_subscription (
        id uuid primary key,
        created_by_person_id uuid not null references person (id),
        by text not null,
        filters jsonb not null,
        rhythm jsonb not null,
        format text not null check (format in ('link', 'csv', 'xlsx', 'pdf')),
        language text not null check (language in ('zh', 'en')),
        created_at timestamptz not null,
        -- Since when it is sent: nothing that came due before is.
        sends_since timestamptz not null,
        paused_at timestamptz,
        ended_at timestamptz,
        -- The last time for which copies were made.
        last_due_at timestamptz
      );
      create index report_subscription_creator on report_subscription (created_by_person_id);
      create table report_recipient (
        subscription_id uuid not null references report_subscription (id),
        person_id uuid not null references person (id),
        added_at timestamptz not null,
        left_at timestamptz,
        primary key (subscription_id, person_id)
      );
      create index report_recipient_person on report_recipient (person_id);
      create table report_copy (
        id uuid primary key,
        subscription_id uuid not null references report_subscription (id),
        person_id uuid not null references person (id),
        due_at timestamptz not null,
        from_day date not null,
        to_day date not null,
        state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
        reason text,
        tries int not null,
        next_try_at timestamptz check ((next_try_at is not null) = (state = 'waiting')),
        -- A worker that sends it holds it until then.
        held_until timestamptz,
        attached boolean not null,
        created_at timestamptz not null,
        settled_at timestamptz,
        unique (subscription_id, due_at, person_id)
      );
      create index report_copy_waiting on report_copy (next_try_at) where state = 'waiting';
      create index report_copy_person on report_copy (person_id);
      grant select, insert, update on report_subscription, report_recipient, report_copy to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
