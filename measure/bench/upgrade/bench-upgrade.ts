import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { baseline, migrationNames, setUpDatabase } from '#database';
import { startEmbeddedPostgres } from '#platform';
import { withoutIndexes, writeManyCalls } from '../list/many-calls.js';
import { type Say } from '../say.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
/** The first migration after release 0.11.0. */
const FIRST = 1_795_830_600_000;
const EVERY_MS = 50;
/** Longer waits are told one by one. */
const LONG_MS = 200;
const runtimePassword = 'of-the-bench';

/** What is asked in turns while the schema changes, as calls come and go. */
const PROBES = {
  'update call': 'update call set stage_at = stage_at where id = (select id from call order by started_at limit 1)',
  'update leg': 'update leg set queue = queue where id = (select id from leg limit 1)',
  'insert call': `insert into call (id, source, external_id, matter_id, direction, classification, language, region, customer, started_at, stage, stage_at, created_at)
    select gen_random_uuid(), source, gen_random_uuid(), matter_id, direction, classification, language, region, customer, started_at, stage, stage_at, created_at
    from call where stage = 'scored' limit 1`,
  'append to the journal': `insert into journal_entry (id, event, at, call_id, commitment)
    select gen_random_uuid(), 'call.known', now(), id, repeat('0', 64) from call limit 1`,
};

const EVENTS = [
  ...['call.known', 'consent.decided', 'recording.captured', 'recording.sealed', 'transcript.ready'],
  ...['recording.masked', 'checklist.scored', 'scorecard.counted', 'commitment.found'],
];
const TABLES = ['journal_entry', 'journal_detail'];

/** What a call with words leaves in the journal, in the order of time as ids are. Nothing is chained: only what an upgrade holds up is measured. */
const JOURNAL = `
  insert into journal_entry (id, event, at, call_id, commitment)
    select lpad(to_hex(row_number() over (order by started_at)), 32, '0')::uuid, event, started_at, call.id, repeat('0', 64)
    from call, unnest(array['${EVENTS.join("', '")}']) event;
  insert into journal_detail (entry_id, salt, details) select id, '', '{}' from journal_entry`;

async function writeCalls(owner: pg.Client, calls: number, say: Say): Promise<void> {
  const begun = performance.now();
  await writeManyCalls(owner, { calls, teams: 40, peoplePerTeam: 10 });
  await withoutIndexes(owner, TABLES, () => owner.query(JOURNAL));
  await owner.query(`vacuum analyze ${TABLES.join(', ')}`);
  say(`${calls} calls written in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

interface Wait {
  probe: string;
  ms: number;
  /** The migration after this one was running. */
  after: string;
}

export interface UpgradeOptions {
  calls: number;
  /** From the oldest data that is taken, of commit 6bddf58d, in place of release 0.11.0. */
  oldest: boolean;
  /** The process that migrates is killed half way, and another begins again. */
  kill: boolean;
}

/** How long a call that comes in has to wait while a house with many calls is brought from an earlier release to this one. */
export async function benchUpgrade({ calls, oldest, kill }: UpgradeOptions, say: Say): Promise<void> {
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: true });
  try {
    const { host, port, user, password } = server;
    const ownerUrl = `postgres://${user}:${password}@${host}:${port}/postgres`;
    const all = migrationNames();
    const old = all.filter((name) =>
      oldest ? baseline().migrations.includes(name) : Number(/\d+$/.exec(name)![0]) < FIRST,
    );
    await setUpDatabase({ ownerUrl, runtimePassword, migrations: old });
    const owner = new pg.Client({ connectionString: ownerUrl });
    // The server ends first where something fails, and what failed is to be told.
    owner.on('error', () => undefined);
    await owner.connect();
    await writeCalls(owner, calls, say);
    const started = performance.now();
    const over = new AbortController();
    const probing = probe(owner, over.signal);
    if (kill) say(`killed after ${await killedHalfWay(ownerUrl, owner, (old.length + all.length) / 2)}`);
    const [begun, code] = [performance.now(), await (await migrating(ownerUrl)).ended];
    if (code !== 0) throw new Error(`the migrations ended with ${code}`);
    over.abort();
    const waits = await probing;
    await owner.end();
    const took = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
    say(
      `upgrade: ${calls} calls, ${all.length - old.length} migrations in ${took(started)} s${kill ? `, ${took(begun)} of them after the kill` : ''}, ${waits.length} statements meanwhile`,
    );
    const longest = waits.toSorted((a, b) => b.ms - a.ms);
    for (const { probe: name, ms, after } of longest.filter(({ ms }, i) => i === 0 || ms >= LONG_MS).slice(0, 12))
      say(`  ${name} waited ${ms.toFixed(0)} ms, after ${after}`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A process of its own, as `npm run migrate` is. */
async function migrating(ownerUrl: string): Promise<{ kill: () => void; ended: Promise<number | null> }> {
  const program = `import ${JSON.stringify(import.meta.resolve('reflect-metadata'))};
    const { setUpDatabase } = await import(${JSON.stringify(import.meta.resolve('#database'))});
    await setUpDatabase(${JSON.stringify({ ownerUrl, runtimePassword })});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'spawn');
  return {
    kill: () => void child.kill('SIGKILL'),
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}

/** @returns the last migration that stood when the process was killed */
async function killedHalfWay(ownerUrl: string, owner: pg.Client, half: number): Promise<string> {
  const { kill, ended } = await migrating(ownerUrl);
  const had = 'select name, (select count(*)::int from migrations) as n from migrations order by id desc limit 1';
  for (;;) {
    const [last] = (await owner.query<{ name: string; n: number }>(had)).rows;
    if (last!.n >= half) {
      kill();
      await ended;
      return last!.name;
    }
    await pause(EVERY_MS);
  }
}

async function probe(owner: pg.Client, over: AbortSignal): Promise<Wait[]> {
  const waits: Wait[] = [];
  for (let i = 0; !over.aborted; i++) {
    const [name, sql] = Object.entries(PROBES)[i % Object.keys(PROBES).length]!;
    const { rows } = await owner.query<{ name: string }>('select name from migrations order by id desc limit 1');
    const asked = performance.now();
    await owner.query(sql);
    waits.push({ probe: name, ms: performance.now() - asked, after: rows[0]!.name });
    await pause(EVERY_MS);
  }
  return waits;
}
