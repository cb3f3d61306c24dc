import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Where a card's results point into the words is erased with them, packed or not; what a card says of them without the words stays. */
const ERASURE = ["- 'signs' - 'proposal'", "- 'signs' - 'proposal' - 'found'"] as const;

/** Each statement commits by itself, so that no lock is held while another is waited for; a run that was killed goes on where it was. */
export class PackedEvidence1795830891000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const [erase]: { text: string }[] = await runner.query(
      `select pg_get_functiondef('erase_evidence(uuid)'::regprocedure) as text`,
    );
    if (!erase?.text.includes(ERASURE[0]))
      throw new Error('erase_evidence is not the function that this migration knows');
    if (!erase.text.includes(ERASURE[1])) await runner.query(erase.text.replace(...ERASURE));
    // An object's place in the store is made of its id, which is the primary key.
    await runner.query('alter table stored_object drop constraint if exists stored_object_store_key_key');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
