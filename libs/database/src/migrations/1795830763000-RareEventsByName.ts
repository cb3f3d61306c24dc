import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What every call writes into the journal is found by its time or its call: nearly each entry is such a one, and an index by its name helps no
 * question. What happens seldom keeps its index (decision 135).
 */
export class RareEventsByName1795830763000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index journal_entry_event;
      create index journal_entry_event on journal_entry (event, at, id) where event not in ('call.known', 'consent.decided', 'recording.captured',
        'recording.sealed', 'recording.masked', 'transcript.ready', 'transcript.redacted', 'checklist.scored', 'scorecard.counted', 'commitment.found');
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
