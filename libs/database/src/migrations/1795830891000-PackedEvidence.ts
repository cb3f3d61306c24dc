import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Where a card's results point into the words is erased with them, packed or not; what a card says of them without the words stays. */
const ERASURE = ["- 'signs' - 'proposal'", "- 'signs' - 'proposal' - 'found'"] as const;

/**
 * Rows that are a little shorter than what PostgreSQL packs by itself, and say the same words again and again: they are packed in place from
 * the length of a line on. Only what is written from now on is; nothing is rewritten.
 */
const PACKED: Record<string, readonly string[]> = {
  scorecard: ['items', 'inputs'],
  listed_leg: ['results', 'clauses', 'words'],
  recording_speech: ['channels'],
};

export class PackedEvidence1795830891000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [erase]: { text: string }[] = await runner.query(
      `select pg_get_functiondef('erase_evidence(uuid)'::regprocedure) as text`,
    );
    if (!erase?.text.includes(ERASURE[0]))
      throw new Error('erase_evidence is not the function that this migration knows');
    await runner.query(erase.text.replace(...ERASURE));
    for (const [table, columns] of Object.entries(PACKED)) {
      const main = columns.map((column) => `alter column ${column} set storage main`).join(', ');
      await runner.query(`alter table ${table} ${main}, set (toast_tuple_target = 256)`);
    }
    // An object's place in the store is made of its id, which is the primary key.
    await runner.query('alter table stored_object drop constraint stored_object_store_key_key');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
