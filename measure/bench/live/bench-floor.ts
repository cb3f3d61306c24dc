import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { FLOOR_NAMESPACE, type FloorFrame } from '#contracts';
import { createLogger, parseEnv, PROGRESS_CHANNEL } from '#platform';
import { ApiClient } from '../../../tools/demo/api-client.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { SupervisedChild } from '../../../tools/profile/child-process.js';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { untilReady } from '../../../tools/profile/until-ready.js';
import { freePort } from '../ingest/product.js';
import { type Say } from '../say.js';
import { type AskedOfScreens } from './floor-screens.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
/** Of one browser the floor takes no more. */
const SCREENS_PER_SESSION = 20;
/** From one change to the next: a floor that was read rests for a quarter of a second, and a burst is told once. */
const BETWEEN_MS = 600;
/** Of each kind, not counted: code is compiled as it runs. */
const WARMING = 5;

type Rooms = readonly { readonly url: string; readonly cookie: string; readonly count: number }[];

/**
 * From the commit of a change to a team until each of the screens that look at its floor was shown it, on two APIs over one database, beside two
 * socket.io servers that pass the same frame on to as many, change by change in turn.
 */
export async function benchFloor({ screens, rounds }: { screens: number; rounds: number }, say: Say): Promise<void> {
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  // The database server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const ends: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
  const child = (name: string): ChildProcess => {
    const one = fork(join(import.meta.dirname, name));
    ends.push(() => one.kill('SIGKILL'));
    return one;
  };
  try {
    const { owner, password, apis } = await house(folder, ends);
    const bare = [child('bare-broadcast.js'), child('bare-broadcast.js')];
    const urls = await Promise.all(bare.map((one) => told<{ url: string }>(one)));
    const half = screens / 2;
    const [ours, theirs] = [child('floor-screens.js'), child('floor-screens.js')];
    const { first } = await open(ours, await rooms(apis, password, half));
    await open(
      theirs,
      urls.map(({ url }) => ({ url, cookie: '', count: half })),
    );
    const { teamId, set } = first;
    const personId = Object.values(set).find((row) => row.row === 'agent')!.personId;
    const change = async (words: string): Promise<number> => {
      await owner.query('begin');
      await owner.query('update person set name_en = $2 where id = $1', [personId, words]);
      await owner.query('select pg_notify($1, $2)', [PROGRESS_CHANNEL, `floor:${teamId}`]);
      const at = now();
      await owner.query('commit');
      return at;
    };
    const pass = (frame: FloorFrame, words: string): number => {
      const [key, row] = Object.entries(frame.set)[0]!;
      const at = now();
      for (const one of bare) one.send({ ...frame, set: { [key]: { ...row, name: { zh: words, en: words } } } });
      return at;
    };
    say(`${screens} screens on two APIs, ${rounds} changes, ${availableParallelism()} cores, load ${load()}`);
    const late = { ours: [] as number[], bare: [] as number[] };
    for (let round = -WARMING; round < rounds; round++) {
      await pause(BETWEEN_MS);
      const words = `change ${round} `;
      const shown = await shownAfter(ours, words, () => change(words));
      await pause(BETWEEN_MS);
      const passed = await shownAfter(theirs, `bare ${words}`, () => pass(shown.frame, `bare ${words}`));
      if (round < 0) continue;
      late.ours.push(...shown.late);
      late.bare.push(...passed.late);
    }
    const [ourP99, bareP99] = [at(late.ours, 0.99), at(late.bare, 0.99)];
    for (const [name, of] of Object.entries(late))
      say(
        `${name}: median ${at(of, 0.5).toFixed(1)} ms, p99 ${at(of, 0.99).toFixed(1)} ms, last ${at(of, 1).toFixed(1)} ms`,
      );
    say(`floor ratio ${(ourP99 / bareP99).toFixed(2)} (p99 ÷ p99), load ${load()}`);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

const now = (): number => performance.timeOrigin + performance.now();
const load = (): string => loadavg()[0]!.toFixed(1);
const at = (of: readonly number[], share: number): number =>
  of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))]!;

/** Two APIs over one database, with the people of the demonstration. */
async function house(folder: string, ends: (() => unknown)[]) {
  const logger = createLogger('bench', 'warn');
  const env = {
    SHOUWEN_RATE_PER_ACCOUNT: '100000',
    SHOUWEN_RATE_PER_ADDRESS: '100000',
    SHOUWEN_RATE_SIGN_INS: '100000',
  };
  const [port, second] = [await freePort(), await freePort()];
  const profile = await EmbeddedProfile.prepare({ dataDir: folder, port, root: ROOT, logger, env });
  ends.push(() => profile.stop());
  const password = randomBytes(12).toString('base64url');
  await seedOrganisation(parseEnv(profile.env), password);
  const { host, port: databasePort, user, password: secret } = profile.postgres;
  const owner = new pg.Client({ host, port: databasePort, user, password: secret, database: 'shouwen' });
  await owner.connect();
  ends.push(() => owner.end());
  const replica = new SupervisedChild({
    ...{ name: 'api', logger, env: { ...profile.env, SHOUWEN_PORT: String(second) } },
    ...{ entry: join(ROOT, 'dist/apps/api/src/main.js'), logFile: join(folder, 'logs/api-2.log') },
  });
  profile.api.start();
  await profile.apiReady();
  replica.start();
  ends.push(() => replica.stop());
  const apis = [profile.baseUrl, `http://127.0.0.1:${second}`];
  await untilReady(apis[1]!);
  return { owner, password, apis };
}

/** So many screens at each API, of sessions that have as many as one may. */
async function rooms(apis: readonly string[], password: string, each: number): Promise<Rooms> {
  const all: { url: string; cookie: string; count: number }[] = [];
  for (const api of apis)
    for (let left = each; left > 0; left -= SCREENS_PER_SESSION) {
      const { cookie } = await ApiClient.signIn(api, 'supervisor', password);
      all.push({ url: `${api}${FLOOR_NAMESPACE}`, cookie, count: Math.min(left, SCREENS_PER_SESSION) });
    }
  return all;
}

async function open(screens: ChildProcess, wanted: Rooms): Promise<{ first: FloorFrame }> {
  screens.send({ open: wanted } satisfies AskedOfScreens);
  return told(screens);
}

/** @param change returns when it was committed */
async function shownAfter(screens: ChildProcess, words: string, change: () => number | Promise<number>) {
  screens.send({ expect: words } satisfies AskedOfScreens);
  await told(screens);
  const shown = told<{ came: number[]; frame: FloorFrame }>(screens);
  const changedAt = await change();
  const { came, frame } = await shown;
  return { late: came.map((one) => one - changedAt), frame };
}

/** What a child says next. @throws where it ends first, says what went wrong, or says nothing for a minute */
async function told<T>(one: ChildProcess): Promise<T> {
  const waits = new AbortController();
  const { signal } = waits;
  const late = setTimeout(() => waits.abort(new Error('a process of the bench said nothing for a minute')), 60_000);
  const ended = once(one, 'exit', { signal }).then(() => {
    throw new Error('a process of the bench ended early');
  });
  ended.catch(() => undefined);
  try {
    const [message] = (await Promise.race([once(one, 'message', { signal }), ended])) as [T | { wrong: string }];
    if (typeof message === 'object' && message && 'wrong' in message) throw new Error(message.wrong);
    return message as T;
  } finally {
    clearTimeout(late);
    waits.abort();
  }
}
