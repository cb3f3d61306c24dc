import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Keyed tokens of what was said (decision 33). A posting says in which turns of a recording a token occurs; the token is a keyed hash, so
 * that the rows alone hold no word. They go with their recording.
 */
const TABLES = `
  create table search_key (
    key_id uuid primary key,
    created_at timestamptz not null,
    retired_at timestamptz,
    destroyed_at timestamptz,
    constraint only_a_retired_key_is_destroyed check (destroyed_at is null or retired_at is not null)
  );
  -- Several processes may find that there is none: one key becomes the current one.
  create unique index search_key_current on search_key ((true)) where retired_at is null;
  create table indexed_words (
    doc int generated always as identity primary key,
    recording_id uuid not null unique references recording (id) on delete cascade,
    leg_id uuid not null references leg (id) on delete cascade,
    transcript_id uuid not null,
    key_id uuid not null references search_key (key_id),
    made_by text not null,
    started_at timestamptz not null
  );
  create index indexed_words_leg on indexed_words (leg_id);
  create index indexed_words_made on indexed_words (key_id, made_by);
  create table word_posting (
    token bigint not null,
    started_at timestamptz not null,
    doc int not null references indexed_words (doc) on delete cascade,
    -- Bits of who said it: 1 unknown, 2 agent, 4 customer.
    said_by smallint not null,
    -- Turn * 4 + speaker, in order.
    places int[] not null
  );
  -- Gives the newest first, however often a token occurs.
  create index word_posting_newest on word_posting (token, started_at desc, doc desc) include (said_by);
  create index word_posting_doc on word_posting (doc);
`;

const GRANTS = `
  grant select, insert, update on search_key to shouwen_runtime;
  grant select, insert, update, delete on indexed_words, word_posting to shouwen_runtime;
`;

export class WordSearch1764200600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table word_posting, indexed_words, search_key');
  }
}
