import { type ApiClient } from '../../../tools/demo/api-client.js';
import { withManyCalls } from '../list/with-many-calls.js';
import { type Say } from '../say.js';
import { countDays } from './count-days.js';

export interface ReportsOptions {
  calls: number;
  /** Requests of each report; one after the other, as a screen that is alone asks them. */
  asked: number;
}

/** A fifth of 100,000 calls, and all of them. */
const PERIODS = { month: 'from=2026-10-22&to=2026-11-20', 'half a year': 'from=2026-05-20&to=2026-11-20' };
const KINDS = {
  ...{ team: 'calls', agent: 'calls', reviewer: 'calls', queue: 'calls', client: 'calls', day: 'calls', hour: 'calls' },
  ...{ item: 'items', clause: 'items' },
} as const;

/** What each report costs a browser: what 95 of 100 requests stay within. */
export async function benchReports({ calls, asked }: ReportsOptions, say: Say): Promise<void> {
  say(`reports: ${calls} calls of 40 teams, ${asked} requests of each after one that warms up; API process as shipped`);
  await withManyCalls(calls, async ({ client, teamIds, env, owner }) => {
    const took = await countDays(env, owner);
    say(`  results of whole days counted in ${(took / 1000).toFixed(1)} s; the newest day has changed since`);
    for (const [period, days] of Object.entries(PERIODS)) {
      for (const [by, address] of Object.entries(KINDS))
        await measure(client, { name: `by ${by}, ${period}`, path: `${address}?by=${by}&${days}`, asked }, say);
      for (const by of ['agent', 'item'] as const) {
        const path = `${KINDS[by]}?by=${by}&${days}&team=${teamIds[20]}`;
        await measure(client, { name: `by ${by} of one team, ${period}`, path, asked }, say);
      }
    }
  });
}

async function measure(
  client: ApiClient,
  { name, path, asked }: { name: string; path: string; asked: number },
  say: Say,
): Promise<void> {
  const taken: number[] = [];
  for (let n = 0; n <= asked; n++) {
    const started = performance.now();
    const answer = await client.request(`/api/v1/reports/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const { rows } = (await answer.json()) as { rows: unknown[] };
    if (rows.length === 0) throw new Error(`the bench measured a report without rows: ${path}`);
    // The first one warms up.
    if (n > 0) taken.push(performance.now() - started);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(0);
  say(`  ${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
