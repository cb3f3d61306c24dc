import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** One row for everything that the clock starts: who leads it, how it goes, and when it is due (decision 47). */
export class Schedules1795730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table schedule (
        name text primary key,
        every_ms bigint not null check (every_ms >= 0),
        late_after_ms bigint not null check (late_after_ms > 0),
        known_since timestamptz not null,
        seen_at timestamptz not null,
        next_due_at timestamptz not null,
        run_id uuid,
        started_at timestamptz,
        led_by uuid,
        last_success_at timestamptz,
        last_took_ms int,
        last_count int,
        last_failure_at timestamptz,
        last_failure_code text,
        failures int not null check (failures >= 0),
        grace_from timestamptz,
        constraint what_runs_was_begun check (run_id is null or (started_at is not null and led_by is not null)),
        constraint a_failure_has_a_code check ((last_failure_at is null) = (last_failure_code is null))
      ) with (fillfactor = 30);
      -- What administrators were told of the installation and is not over yet.
      create table alarm (
        subject text primary key,
        kind text not null check (kind in ('schedule_late','schedule_failing','disk_low','disk_full')),
        code text,
        raised_at timestamptz not null
      );
      alter table notification alter column request_id drop not null;
      alter table notification add column alarm text, add column alarm_subject text;
      alter table notification add constraint about_a_request_or_an_alarm
        check ((request_id is null) = (alarm is not null) and (alarm is null) = (alarm_subject is null));
      grant select, insert, update, delete on schedule, alarm to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where request_id is null;
      alter table notification drop column alarm, drop column alarm_subject, alter column request_id set not null;
      drop table alarm, schedule;
    `);
  }
}
