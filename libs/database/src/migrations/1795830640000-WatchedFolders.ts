import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is known of the files of folders that are watched. New tables only. */
export class WatchedFolders1795830640000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table watched_file (
        id uuid primary key,
        source_id uuid not null references telephony_source (id),
        -- Hash of where it lies: names hold customers' numbers.
        place bytea not null check (length(place) = 32),
        size bigint not null,
        modified_ms bigint not null,
        state text not null check (state in ('seen', 'taken', 'aside', 'again', 'away')),
        name text,
        moves_to text,
        moved boolean not null default false,
        reason text,
        about text[] not null default '{}',
        said jsonb,
        waits_extension text,
        waits_staff_number text,
        waits_at timestamptz,
        since timestamptz not null,
        unique (source_id, place),
        constraint names_are_kept_while_shown check ((name is not null) = (state in ('aside', 'again'))),
        constraint aside_for_a_reason check (state not in ('aside', 'again') or reason is not null)
      );
      create index watched_file_shown on watched_file (source_id, since) where state in ('aside', 'again');
      create index watched_file_waiting on watched_file (source_id)
        where state = 'aside' and (waits_extension is not null or waits_staff_number is not null);

      create table watched_log (
        source_id uuid not null references telephony_source (id),
        inode text not null,
        name text not null,
        read_bytes bigint not null,
        before text not null,
        lines bigint not null,
        size bigint not null,
        grew_at timestamptz not null,
        problem text,
        unread jsonb not null default '[]',
        primary key (source_id, inode)
      );

      create table watched_look (
        source_id uuid primary key references telephony_source (id),
        at timestamptz not null,
        problem text,
        waiting int not null
      );

      grant select, insert, update, delete on watched_file, watched_log, watched_look to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
