import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a recording is found by becomes one row (decision 134): its tokens, and one string of bytes with the places of each. A posting of its own
 * took 163 bytes with its indexes. Old postings stay where they are and move in the background (libs/transcripts/src/search/moved-postings.service.ts).
 */
const COLUMNS = `
  alter table indexed_words
    -- In the order of their numbers, so that they tell nothing of what was said when. Null where they have not moved here yet.
    add column tokens bigint[],
    add column places bytea;
  -- Keyed hashes do not get smaller: no time is spent on trying.
  alter table indexed_words alter column tokens set storage external;
`;

/** The layout is written by libs/transcripts/src/search/packed-postings.rules.ts. */
const READING = `
  create function packed_number(packed bytea, at int, width int) returns int language sql immutable parallel safe as $$
    select ('x' || lpad(encode(substring(packed from 2 + at * width for width), 'hex'), 8, '0'))::bit(32)::int
  $$;
  -- Where any of some tokens was said, by one speaker (the last two bits of a place) or by all.
  create function places_of(tokens bigint[], places bytea, wanted bigint[], speaker int) returns int[]
  language sql immutable parallel safe as $$
    select array(
      select place
      from (select places || ''::bytea as packed, get_byte(places, 0) as width, cardinality(tokens) as n offset 0) row_of,
        unnest(wanted) as one (token), lateral (select array_position(tokens, token) as i) found,
        lateral generate_series(case i when 1 then 0 else packed_number(packed, i - 2, width) end, packed_number(packed, i - 1, width) - 1) k,
        lateral (select packed_number(packed, n + k, width) as place offset 0) said
      where speaker is null or place & 3 = speaker
    )
  $$;
`;

const WALK = `
  update sweep_walk set version = 'packed', after_id = '00000000-0000-0000-0000-000000000000',
    ended_at = case when not exists (select 1 from word_posting) and not exists (select 1 from word_posting_int) then now() end
  where sweep = 'postings'
`;

export class PackedPostings1795830750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(READING);
    await runner.query(WALK);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
