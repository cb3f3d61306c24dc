import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexConcurrently } from '../index-concurrently.js';

const RARE = `on journal_entry (event, at, id) where event not in ('call.known', 'consent.decided', 'recording.captured',
  'recording.sealed', 'recording.masked', 'transcript.ready', 'transcript.redacted', 'checklist.scored', 'scorecard.counted', 'commitment.found')`;

/**
 * What every call writes into the journal is found by its time or its call: nearly each entry is such a one, and an index by its name helps no
 * question. What happens seldom keeps its index (decision 135). It is made while the journal is written, and takes the old one's name at the end.
 */
export class RareEventsByName1795830763000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // A run that was killed after the last step has given the name away already: the index that has it says which entries it holds.
    const [named]: { rare: boolean }[] = await runner.query(
      `select indpred is not null as rare from pg_index where indexrelid = to_regclass('journal_entry_event')`,
    );
    if (named?.rare) return;
    await indexConcurrently(runner, 'journal_entry_rare_event', RARE);
    await runner.query('drop index concurrently if exists journal_entry_event');
    await runner.query('alter index journal_entry_rare_event rename to journal_entry_event');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
