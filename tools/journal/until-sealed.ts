import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';

const EVERY_MS = 200;
/** A running product seals within five seconds. */
const WITHIN_MS = 10_000;

/**
 * Waits until every entry that tells of erased details is sealed: until then the verifier would find details gone without an entry that says so.
 *
 * @returns false when the product is not running, or is late
 */
export async function erasuresSealed(source: DataSource): Promise<boolean> {
  for (let waited = 0; ; waited += EVERY_MS) {
    const open: unknown[] = await source.query(
      `select 1 from journal_entry entry where event = 'journal.details_erased'
         and not exists (select 1 from journal_seal where journal_seal.entry_id = entry.id) limit 1`,
    );
    if (open.length === 0) return true;
    if (waited >= WITHIN_MS) return false;
    await pause(EVERY_MS);
  }
}
