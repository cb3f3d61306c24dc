import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { createLogger, parseEnv } from '#platform';
import { ApiClient } from '../../demo/api-client.js';
import { EmbeddedProfile } from '../../profile/embedded-profile.js';
import { seedOrganisation } from '../../demo/seed/seed-organisation.js';
import { freePort } from '../ingest/product.js';
import { type Say } from '../say.js';
import { spreadOf, written } from '../spread.rules.js';
import { NEWEST, RARE_ITEM, SECONDS_BETWEEN, writeManyCalls } from './many-calls.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const PAGE = 50;
/** Requests of each kind in a round, one after the other. */
const ASKED = 40;

export interface ListOptions {
  calls: number;
  rounds: number;
}

/** What one page of the list costs a browser, against one indexed select of as many calls, near and deep. */
export async function benchList({ calls, rounds }: ListOptions, say: Say): Promise<void> {
  say(`list: ${calls} calls of 40 teams, ${rounds} rounds of ${ASKED} requests of each kind after a warm-up`);
  say('  ours: GET /api/v1/calls, 50 rows, session looked up, scope and filters applied; API process as shipped');
  say('  bare: select * from call order by started_at desc, id desc limit 50, over one connection, no HTTP');
  // In the checkout and not in the system's temporary folder, which may lie in memory.
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  // The database server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const logger = createLogger('bench', 'warn');
  // One account asks here as often as a whole company: the limit on that is not what is measured.
  const env = { SHOUWEN_RATE_PER_ACCOUNT: '100000', SHOUWEN_RATE_PER_ADDRESS: '100000' };
  const port = await freePort();
  const profile = await EmbeddedProfile.prepare({ dataDir: folder, port, root: ROOT, logger, env });
  const running = [() => profile.stop()];
  try {
    const password = randomBytes(12).toString('base64url');
    await seedOrganisation(parseEnv(profile.env), password);
    const { host, port, user, password: secret } = profile.postgres;
    const owner = new pg.Client({ host, port, user, password: secret, database: 'shouwen' });
    await owner.connect();
    running.push(() => owner.end());
    const { teamIds } = await writeManyCalls(owner, { calls, teams: 40, peoplePerTeam: 10 });
    profile.api.start();
    await profile.apiReady();
    const client = await ApiClient.signIn(profile.baseUrl, 'quality', password);
    await measure(client, owner, { teamIds, calls, rounds }, say);
  } finally {
    for (const end of running.reverse()) await end();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Course extends ListOptions {
  teamIds: string[];
}

async function measure(client: ApiClient, owner: pg.Client, course: Course, say: Say): Promise<void> {
  const deep = new Date(Date.parse(NEWEST) - 0.99 * course.calls * SECONDS_BETWEEN * 1000).toISOString().slice(0, 10);
  const kinds = {
    'first page': '',
    'deep page': `&at=${deep}`,
    'from the end': '&toward=newer',
    'one team': `&team=${course.teamIds[20]}`,
    'five teams, one language': `&team=${course.teamIds.slice(10, 15).join(',')}&language=en`,
    'an item often missed': '&result=ownership.promise_has_time:not_met',
    'an item hardly ever missed': `&result=${RARE_ITEM}:not_met`,
    'words of a matter': `&q=${encodeURIComponent('宽带故障 14')}`,
  };
  const ask = async (query: string) => {
    const answer = await client.request(`/api/v1/calls?limit=${PAGE}${query}`);
    if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
    const { items } = (await answer.json()) as { items: unknown[] };
    if (items.length === 0) throw new Error(`the bench measured a page without rows: ${query}`);
  };
  const bare = () => owner.query(`select * from call order by started_at desc, id desc limit ${PAGE}`);
  const taken = new Map<string, number[]>();
  for (let round = 0; round <= course.rounds; round++) {
    const lap = async (name: string, work: () => Promise<unknown>) => {
      const started = performance.now();
      for (let n = 0; n < ASKED; n++) await work();
      // The first round compiles and warms up.
      if (round > 0) taken.set(name, [...(taken.get(name) ?? []), (performance.now() - started) / ASKED]);
    };
    await lap('bare', bare);
    for (const [name, query] of Object.entries(kinds)) await lap(name, () => ask(query));
  }
  report(taken, say);
  await measureReports(client, course, say);
}

/** Requests of each report; one after the other, as a screen that is alone asks them. */
const REPORTED = 60;

/** What a report of a month (a fifth of the calls) costs, each kind by itself: what 95 of 100 requests stay within. */
async function measureReports(client: ApiClient, { teamIds }: Course, say: Say): Promise<void> {
  const month = 'from=2026-10-22&to=2026-11-20';
  const kinds = {
    'report by team': `calls?by=team&${month}`,
    'report by agent of one team': `calls?by=agent&${month}&team=${teamIds[20]}`,
    'report by day': `calls?by=day&${month}`,
    'report by hour of the week': `calls?by=hour&${month}`,
    'report by item': `items?by=item&${month}`,
    'report by clause': `items?by=clause&${month}`,
  };
  for (const [name, query] of Object.entries(kinds)) {
    const taken: number[] = [];
    for (let n = 0; n <= REPORTED; n++) {
      const started = performance.now();
      const answer = await client.request(`/api/v1/reports/${query}`);
      if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
      await answer.json();
      // The first one warms up.
      if (n > 0) taken.push(performance.now() - started);
    }
    const sorted = taken.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(0);
    say(`  ${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  }
}

function report(taken: ReadonlyMap<string, number[]>, say: Say): void {
  const of = (name: string) => taken.get(name) ?? [];
  for (const [name, ms] of taken) say(`  ${name}: ${written(spreadOf(ms), 1)} ms`);
  const ratio = (a: string, b: string) => spreadOf(of(a).map((ms, round) => ms / (of(b)[round] ?? NaN)));
  say(`first page ÷ bare select ${written(ratio('first page', 'bare'), 1)}`);
  say(`deep page ÷ first page ${written(ratio('deep page', 'first page'), 2)}   to reach: 1`);
}
