import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Numbers of searchable recordings outgrow four bytes after two thousand million. Postings are some three hundred rows a recording: writing
 * them anew here would keep an installation shut for hours, so they stay where they are, `word_posting_int`, and move in the background
 * (libs/transcripts/src/search/moved-postings.service.ts). Here only the rows of recordings are written: 11 s for a million on a busy machine of two cores.
 */
const BIG_DOCS = `
  alter table word_posting drop constraint word_posting_doc_fkey;
  alter table word_posting rename to word_posting_int;
  alter index word_posting_newest rename to word_posting_int_newest;
  alter index word_posting_doc rename to word_posting_int_doc;
  alter table indexed_words alter column doc type bigint;
  -- Not looked through: it held until this moment, and nothing else is written there any more.
  alter table word_posting_int add constraint word_posting_int_doc_fkey foreign key (doc) references indexed_words (doc)
    on delete cascade not valid;
  create table word_posting (
    token bigint not null,
    started_at timestamptz not null,
    doc bigint not null references indexed_words (doc) on delete cascade,
    -- Bits of who said it: 1 unknown, 2 agent, 4 customer.
    said_by smallint not null,
    -- Turn * 4 + speaker, in order.
    places int[] not null
  );
  create index word_posting_newest on word_posting (token, started_at desc, doc desc) include (said_by);
  create index word_posting_doc on word_posting (doc);
  grant select, insert, update, delete on word_posting to shouwen_runtime;
  insert into sweep_walk (sweep, version, after_id, ended_at)
    select 'postings', 'bigint', '00000000-0000-0000-0000-000000000000', case when not exists (select 1 from word_posting_int) then now() end;
`;

/** Which process gives lost hints again: the one that finds the last turn long enough ago. */
const TURN = `
  create table reconcile_turn (id int primary key check (id = 1), at timestamptz not null);
  insert into reconcile_turn (id, at) values (1, 'epoch');
  grant select, update on reconcile_turn to shouwen_runtime;
`;

export class BigDocs1795741000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BIG_DOCS);
    await runner.query(TURN);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
