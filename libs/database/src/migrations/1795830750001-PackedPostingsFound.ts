import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexConcurrently } from '../index-concurrently.js';

/**
 * Recordings are found by token, and the newest of all by time. Nothing has moved when these are made, yet the table has a row for every
 * recording, and reading through a million of them would keep the worker waiting.
 */
export class PackedPostingsFound1795830750001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await indexConcurrently(
      runner,
      'indexed_words_tokens',
      // What waits to be sorted in is read by every search, and one list of four megabytes held hundreds of calls; 64 KB cost half as much again
      // of the write-ahead log.
      'on indexed_words using gin (tokens) with (gin_pending_list_limit = 256) where tokens is not null',
    );
    await indexConcurrently(
      runner,
      'indexed_words_newest',
      'on indexed_words (started_at desc, doc desc) where tokens is not null',
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
