import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What people are told of, on their screens and by mail, and where their mail goes (ADR 0040). */
export class Notifications1795636900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column email text;
      alter table person add constraint email_has_its_form check (email ~ '^[^\\s@<>"(),:;\\\\]+@[^\\s@<>"(),:;\\\\]+$' and length(email) <= 254);

      create table notification (
        id uuid primary key,
        -- The journal entry that it tells of.
        entry_id uuid not null,
        person_id uuid not null references person (id),
        kind text not null,
        request_id uuid not null references legal_request (id),
        -- For whoever does not see the request: a call of theirs that it holds.
        call_id uuid references call (id),
        at timestamptz not null,
        read_at timestamptz,
        constraint told_once_of_an_entry unique (entry_id, person_id)
      );
      create index notification_of_person on notification (person_id, at desc, id desc);
      create index notification_unread on notification (person_id) where read_at is null;
      create index notification_age on notification (at);

      create table mail (
        -- Part of the message id, which stays the same however often it is sent.
        id uuid primary key,
        notification_id uuid not null unique references notification (id) on delete cascade,
        state text not null check (state in ('waiting','sent','failed','dropped')),
        tries int not null default 0,
        due_at timestamptz,
        reason text check (reason in ('unreachable','sign_in_refused','not_encrypted','recipient_refused','message_refused','try_later','no_address')),
        created_at timestamptz not null,
        settled_at timestamptz,
        constraint due_while_it_waits check ((state = 'waiting') = (due_at is not null) and (state = 'waiting') = (settled_at is null))
      );
      create index mail_due on mail (due_at) where state = 'waiting';
      create index mail_settled on mail (settled_at) where state = 'failed';

      grant select, insert, delete on notification, mail to shouwen_runtime;
      grant update (read_at) on notification to shouwen_runtime;
      grant update (state, tries, due_at, reason, settled_at) on mail to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail, notification; alter table person drop column email;');
  }
}
