import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { createLogger, parseEnv } from '#platform';
import { createDataSource } from '#database';
import { keyedToken, MovedPostings, Postings, readQuery, type SearchKeys } from '#transcripts';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { freePort } from '../ingest/product.js';
import { writeManyCalls } from '../list/many-calls.js';
import { type Say } from '../say.js';
import { seededRandom } from '../seeded-random.rules.js';
import { writeManyWords } from './many-words.js';
import { madeUpUtterances } from './utterances.rules.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const PAGE = 10;
/** Questions whose every answer is compared with the text; a baseline reads the whole of it each time. */
const COMPARED = 40;

export interface SearchOptions {
  calls: number;
  questions: number;
}

/** What finding two characters among everything that was said costs, and whether anything is missed. */
export async function benchSearch({ calls, questions }: SearchOptions, say: Say): Promise<void> {
  say(`search: ${calls} calls of 30 turns of made-up Mandarin, ${questions} questions of two characters as they occur`);
  say(
    `  ours: from the question to its newest ${PAGE} calls: tokens and index, the asker seeing every leg; words are not opened`,
  );
  say('  bare: select distinct doc from the plain text where said like %xy%, by the same server');
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  await chmod(folder, 0o711);
  const port = await freePort();
  const logger = createLogger('bench', 'warn');
  const profile = await EmbeddedProfile.prepare({ dataDir: folder, port, root: ROOT, logger });
  const running = [() => profile.stop()];
  try {
    await seedOrganisation(parseEnv(profile.env), randomBytes(12).toString('base64url'));
    const { host, port: at, user, password } = profile.postgres;
    const owner = new pg.Client({ host, port: at, user, password, database: 'shouwen' });
    await owner.connect();
    running.push(() => owner.end());
    await writeManyCalls(owner, { calls, teams: 40, peoplePerTeam: 10 });
    const key = { keyId: '00000000-0000-4000-8000-000000000033', key: randomBytes(32) };
    await owner.query('delete from search_key');
    await owner.query('insert into search_key (key_id, created_at) values ($1, now())', [key.keyId]);
    const started = performance.now();
    const turns = await writeManyWords(owner, key);
    say(
      `  ${turns} turns written and indexed in ${((performance.now() - started) / 1000).toFixed(0)} s; ${await sizes(owner)}`,
    );
    const source = await createDataSource({ url: profile.databaseUrl, applicationName: 'bench' }).initialize();
    running.push(() => source.destroy());
    const postings = new Postings(
      source,
      { inUse: async () => [key] } as unknown as SearchKeys,
      new MovedPostings(source),
    );
    await measure({ postings, owner, key: key.key, questions }, say);
  } finally {
    for (const end of running.reverse()) await end();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Course {
  postings: Postings;
  owner: pg.Client;
  key: Buffer;
  questions: number;
}

async function measure({ postings, owner, key, questions }: Course, say: Say): Promise<void> {
  const pairs = pairsAsSaid(questions + 50);
  const ask = (pair: string) => {
    const query = readQuery(pair);
    if (!('terms' in query)) throw new Error(`"${pair}" is no question`);
    const values: unknown[] = [];
    const parameters = { values, add: (value: unknown) => `$${values.push(value)}` };
    return postings.page({ terms: query.terms, leg: 'true', recording: 'true', after: null, limit: PAGE }, parameters);
  };
  // The first fifty warm the caches up.
  for (const pair of pairs.slice(0, 50)) await ask(pair);
  const ours: number[] = [];
  for (const pair of pairs.slice(50)) {
    const started = performance.now();
    const found = await ask(pair);
    ours.push(performance.now() - started);
    if (found.length === 0) throw new Error(`"${pair}" was said and is not found`);
  }
  say(
    `ours: median ${quantile(ours, 0.5)} ms, p95 ${quantile(ours, 0.95)} ms, most ${quantile(ours, 1)} ms   good 50, aim 10 (p95)`,
  );
  const bare: number[] = [];
  let [said, found, wrong] = [0, 0, 0];
  for (const pair of [...new Set(pairs)].slice(0, COMPARED)) {
    const started = performance.now();
    const { rows } = await owner.query<{ at: string }>(
      `select doc || ' ' || turn as at from bench_utterance where said like '%' || $1 || '%'`,
      [pair],
    );
    bare.push(performance.now() - started);
    const { rows: indexed } = await owner.query<{ at: string }>(
      `select doc || ' ' || place / 4 as at from indexed_words, unnest(places_of(tokens, places, $1::bigint[], null)) place
       where tokens @> $1::bigint[]`,
      [[keyedToken(key, `p:${pair}`)]],
    );
    const index = new Set(indexed.map(({ at }) => at));
    said += rows.length;
    found += rows.filter(({ at }) => index.has(at)).length;
    wrong += index.size - rows.filter(({ at }) => index.has(at)).length;
  }
  say(`bare like over everything: median ${quantile(bare, 0.5)} ms`);
  say(
    `recall ${(found / said).toFixed(4)} (${found} of ${said} turns of ${COMPARED} questions), ${wrong} turns too many`,
  );
}

/** Pairs of neighbouring characters as they occur in what was said: frequent ones are asked for often. */
function pairsAsSaid(count: number): string[] {
  const random = seededRandom(34);
  const utterances = madeUpUtterances(33);
  return Array.from({ length: count }, () => {
    const skip = Math.floor(random() * 20);
    for (let i = 0; i < skip; i++) utterances.next();
    const said = utterances.next().value;
    const at = Math.floor(random() * (said.length - 1));
    return said.slice(at, at + 2);
  });
}

const quantile = (values: readonly number[], q: number): string =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))]!.toFixed(1);

async function sizes(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ rows: string; table: string; indexes: string }>(
    `select (select sum(cardinality(tokens)) from indexed_words)::text as rows,
       pg_size_pretty(pg_table_size('indexed_words')) as table, pg_size_pretty(pg_indexes_size('indexed_words')) as indexes`,
  );
  const [row] = rows;
  return `${row!.rows} postings, table ${row!.table}, indexes ${row!.indexes}`;
}
