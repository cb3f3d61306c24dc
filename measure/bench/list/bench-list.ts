import type pg from 'pg';
import { type ApiClient } from '../../../tools/demo/api-client.js';
import { type Say } from '../say.js';
import { spreadOf, written } from '../spread.rules.js';
import { NEWEST, RARE_ITEM, SECONDS_BETWEEN } from './many-calls.js';
import { withManyCalls } from './with-many-calls.js';

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
  await withManyCalls(calls, ({ client, owner, teamIds }) => measure(client, owner, { teamIds, calls, rounds }, say));
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
    'worst first': '&sort=worst',
    'lowest score first': '&sort=score_lowest',
    'longest first': '&sort=longest',
    'longest ringing first': '&sort=ring_longest',
    'longest silence first': '&sort=silence_longest',
    'worst first, from the end': '&sort=worst&toward=newer',
    'worst first, one team': `&sort=worst&team=${course.teamIds[20]}`,
    'worst first, a month': '&sort=worst&from=2026-10-22&to=2026-11-20',
    'worst first, an item often missed': '&sort=worst&result=ownership.promise_has_time:not_met',
    'lowest score first, an item hardly ever missed': `&sort=score_lowest&result=${RARE_ITEM}:not_met`,
  };
  const ask = async (query: string) => {
    const answer = await client.request(`/api/v1/calls?limit=${PAGE}${query}`);
    if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
    const { items } = (await answer.json()) as { items: unknown[] };
    if (items.length === 0) throw new Error(`the bench measured a page without rows: ${query}`);
  };
  const bare = () => owner.query(`select * from call order by started_at desc, id desc limit ${PAGE}`);
  const taken: Taken = new Map();
  for (let round = 0; round <= course.rounds; round++) {
    const lap = async (name: string, work: () => Promise<unknown>) => {
      const lapped: number[] = [];
      for (let n = 0; n < ASKED; n++) {
        const started = performance.now();
        await work();
        lapped.push(performance.now() - started);
      }
      // The first round compiles and warms up.
      if (round > 0) taken.set(name, [...(taken.get(name) ?? []), lapped]);
    };
    await lap('bare', bare);
    for (const [name, query] of Object.entries(kinds)) await lap(name, () => ask(query));
  }
  report(taken, say);
}

/** Of each kind, the milliseconds of every request, by round. */
type Taken = Map<string, number[][]>;

function report(taken: Taken, say: Say): void {
  for (const [name, rounds] of taken) {
    const sorted = rounds.flat().toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(1);
    say(`  ${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  }
  const sums = (name: string) => (taken.get(name) ?? []).map((round) => round.reduce((sum, ms) => sum + ms, 0));
  const ratio = (a: string, b: string) => spreadOf(sums(a).map((ms, round) => ms / (sums(b)[round] ?? NaN)));
  say(`first page ÷ bare select ${written(ratio('first page', 'bare'), 1)}`);
  say(`deep page ÷ first page ${written(ratio('deep page', 'first page'), 2)}   to reach: 1`);
}
