import { appendFile, link, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { type Env } from '#platform';

const DAY_MS = 86_400_000;
const DAYS = 730;
/** Names that one file may have on usual file systems, with room. */
const NAMES = 60_000;
const AT_ONCE = 200;

/** A file of heads for each day of two years, as the sealer leaves them; the last head is the database's. @returns how many heads */
export async function writeHeads(owner: pg.Client, { journalHeadsDir }: Env): Promise<number> {
  await mkdir(journalHeadsDir, { recursive: true, mode: 0o700 });
  const { rows } = await owner.query<{ n: string; last: string }>(
    'select count(*) as n, max(position) as last from journal_head',
  );
  const [heads, last] = [Number(rows[0]?.n), Number(rows[0]?.last)];
  const each = Math.ceil(heads / DAYS);
  for (let day = 0; day < DAYS; day++) {
    const at = new Date(Date.now() - (DAYS - 1 - day) * DAY_MS);
    const name = day === DAYS - 1 ? 'heads.jsonl' : `heads-${at.toISOString().slice(0, 10)}.jsonl`;
    const lines = Array.from({ length: each }, (_, i) => {
      const position = String(Math.round((last * (day * each + i + 1)) / (DAYS * each)));
      return JSON.stringify({ position, chainHash: '0'.repeat(64), signedAt: at, signature: '0'.repeat(88) });
    });
    await writeFile(join(journalHeadsDir, name), `${lines.join('\n')}\n`, { mode: 0o600 });
  }
  await appendFile(join(journalHeadsDir, 'heads.jsonl'), '');
  return each * DAYS;
}

/** Both copies of the newest keys: names of few files, since nothing opens them. */
export async function writeKeys(owner: pg.Client, { keyDir, keyCopyDir }: Env, keys: number): Promise<void> {
  const { rows } = await owner.query<{ key_id: string }>('select key_id from recording order by id desc limit $1', [
    keys,
  ]);
  for (const [copy, dir] of [keyDir, keyCopyDir].entries()) {
    const made = new Set<string>();
    let template = '';
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      if (at % NAMES === 0) {
        template = join(dirname(dir), `bench-key-${copy}-${at}`);
        await writeFile(template, '{"bench":true}', { mode: 0o600 });
      }
      const named = rows
        .slice(at, at + AT_ONCE)
        .map(({ key_id }) => join(dir, key_id.slice(0, 2), key_id.slice(2, 4), `${key_id}.json`));
      for (const folder of new Set(named.map((name) => dirname(name))))
        if (!made.has(folder)) made.add((await mkdir(folder, { recursive: true, mode: 0o700 })) ?? folder);
      await Promise.all(named.map((name) => link(template, name).catch(unlessThere)));
    }
  }
}

/** A folder that is kept may have been filled halfway. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
