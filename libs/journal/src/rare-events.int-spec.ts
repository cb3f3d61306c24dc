import { EVENT_DOMAINS } from '#contracts';
import { migratedDatabase, type MigratedDatabase } from '../../../test/support/migrated-database.js';

let db: MigratedDatabase;
beforeAll(async () => {
  db = await migratedDatabase();
});
afterAll(() => db.close());

/** Which index finds the newest entries of some events, where reading the whole table is no choice. */
const indexFor = (events: readonly string[]): Promise<string> =>
  db.source.transaction(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    const plan: Record<string, string>[] = await tx.query(
      `explain select id from journal_entry where event = any($1::text[]) and at >= now() - interval '30 days'`,
      [events],
    );
    return /journal_entry_\w+/.exec(plan.map((line) => line['QUERY PLAN']).join(' '))?.[0] ?? 'none';
  });

describe('entries of the journal, asked for by their event', () => {
  it('are found by name where they are rare, one kind or many', async () => {
    expect(await indexFor(['database.restored'])).toBe('journal_entry_event');
    expect(await indexFor(EVENT_DOMAINS.legal)).toBe('journal_entry_event');
    expect(await indexFor(EVENT_DOMAINS.retention)).toBe('journal_entry_event');
  });

  it('are found by their time where every call writes them', async () => {
    expect(await indexFor(['recording.sealed'])).toBe('journal_entry_at');
    expect(await indexFor([...EVENT_DOMAINS.quality])).toBe('journal_entry_at');
  });
});
