import pg from 'pg';

/** Bytes of each table with its indexes and what lies beside it, by name. */
export async function sizesOf(url: string): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum');
    const { rows } = await client.query<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
  } finally {
    await client.end();
  }
}

const KB = 1024;
const SHOWN = 12;

/** What the database grew by for each call, in KB, the largest tables first. */
export function growth(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, calls: number): string {
  const grown = [...after].map(([name, bytes]) => ({ name, kb: (bytes - (before.get(name) ?? 0)) / KB / calls }));
  const total = grown.reduce((sum, { kb }) => sum + kb, 0);
  const largest = grown.toSorted((a, b) => b.kb - a.kb).slice(0, SHOWN);
  return `${total.toFixed(1)} KB of database a call: ${largest.map(({ name, kb }) => `${name} ${kb.toFixed(1)}`).join(', ')}`;
}
