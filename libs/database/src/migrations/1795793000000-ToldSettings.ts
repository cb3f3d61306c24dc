import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How each person is told: by bell, mail or chat, when, and at which chat (decision 99). */
export class ToldSettings1795793000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every notification so far is under the bell.
      alter table notification add column on_bell boolean not null default true;
      drop index notification_unread;
      create index notification_unread on notification (person_id) where read_at is null and on_bell;
      grant update (on_bell) on notification to shouwen_runtime;
      alter table mail add column gathered boolean not null default false;

      create table told_setting (
        person_id uuid primary key references person (id),
        quiet_from text check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
        quiet_until text check (quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'),
        digest text not null check (digest in ('at_once', 'daily')),
        digest_hour int not null check (digest_hour between 0 and 23),
        changed_at timestamptz not null,
        constraint quiet_hours_are_whole check ((quiet_from is null) = (quiet_until is null))
      );
      create table told_choice (
        person_id uuid not null references person (id),
        kind text not null,
        bell boolean not null,
        mail boolean not null,
        chat boolean not null,
        primary key (person_id, kind),
        -- The product also never asks for it; this holds when a change of it does.
        constraint what_must_be_told_is_told check (bell and mail or kind not in ('rights_suspended', 'rights_wait', 'rights_confirmed',
          'way_in_reset', 'opened', 'team_opened', 'review_overdue', 'alarm_raised', 'chat_failing'))
      );
      create table chat_host (
        host text primary key,
        added_by_person_id uuid not null references person (id),
        added_at timestamptz not null
      );
      create table chat_address (
        id uuid primary key,
        person_id uuid not null unique references person (id),
        format text not null check (format in ('feishu', 'wecom', 'dingtalk', 'slack', 'teams')),
        host text not null,
        signed boolean not null,
        wrapped_key bytea not null,
        key_version text not null,
        -- Address and secret, by that key.
        sealed bytea not null,
        set_at timestamptz not null,
        tested_at timestamptz,
        last_sent_at timestamptz,
        failing_since timestamptz,
        failures int not null default 0,
        last_reason text,
        chat_code text
      );
      create table chat_message (
        id uuid primary key,
        notification_id uuid not null unique references notification (id) on delete cascade,
        state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
        tries int not null default 0,
        gathered boolean not null,
        due_at timestamptz,
        reason text,
        created_at timestamptz not null,
        settled_at timestamptz,
        constraint message_due_while_it_waits check ((state = 'waiting') = (due_at is not null) and (state = 'waiting') = (settled_at is null))
      );
      create index chat_message_due on chat_message (due_at) where state = 'waiting';
      grant select, insert, update, delete on told_setting, told_choice, chat_host, chat_address to shouwen_runtime;
      grant select, insert, delete on chat_message to shouwen_runtime;
      grant update (state, tries, due_at, reason, settled_at) on chat_message to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
