import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Their tables are written several times a call. */
const INDEXES = [
  'listed_leg_results',
  'listed_leg_clauses',
  'listed_leg_words',
  'listed_leg_signs',
  'telephony_record_keys',
];

/** Written and deleted, or changed several times, in each call. */
const TABLES = [
  ...['call', 'leg', 'recording', 'listed_leg', 'stored_object', 'object_write'],
  ...['journal_pending', 'to_look_at', 'tally_change', 'work', 'indexed_words'],
];

/**
 * An index over lists keeps what is new in a list of its own, four megabytes of it, which every question reads through; with 256 KB it is sorted
 * in after some dozens of calls. And a vacuum that waits until a fifth of a large table is dead lets it grow by that fifth: it now comes at a
 * fiftieth, and dead rows' places are used again.
 */
export class ShortPendingLists1795830751000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Tables come first, as everyone else takes them: the lock on an index is the one that readers wait for, and is held for a moment only.
    for (const table of TABLES) await runner.query(`alter table ${table} set (autovacuum_vacuum_scale_factor = 0.02)`);
    for (const index of INDEXES)
      await runner.query(`alter index if exists ${index} set (gin_pending_list_limit = 256)`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
