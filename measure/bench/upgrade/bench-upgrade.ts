import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrationNames, setUpDatabase } from '#database';
import { startEmbeddedPostgres } from '#platform';
import { writeManyCalls } from '../list/many-calls.js';
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

/** What a call with words leaves in the journal. Nothing is chained: only what an upgrade holds up is measured. */
const JOURNAL = `
  insert into journal_entry (id, event, at, call_id, commitment)
    select gen_random_uuid(), event, call.started_at, call.id, repeat('0', 64)
    from call, unnest(array['call.known', 'consent.decided', 'recording.captured', 'recording.sealed', 'transcript.ready',
      'recording.masked', 'checklist.scored', 'scorecard.counted', 'commitment.found']) event;
  insert into journal_detail (entry_id, salt, details) select id, '', '{}' from journal_entry;
  vacuum analyze journal_entry;
  vacuum analyze journal_detail`;

interface Wait {
  probe: string;
  ms: number;
  /** The migration after this one was running. */
  after: string;
}

/** How long a call that comes in has to wait while a house with many calls is brought from release 0.11.0 to this one. */
export async function benchUpgrade({ calls }: { calls: number }, say: Say): Promise<void> {
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: true });
  try {
    const { host, port, user, password } = server;
    const ownerUrl = `postgres://${user}:${password}@${host}:${port}/postgres`;
    const old = migrationNames().filter((name) => Number(/\d+$/.exec(name)![0]) < FIRST);
    await setUpDatabase({ ownerUrl, runtimePassword, migrations: old });
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await writeManyCalls(owner, { calls, teams: 40, peoplePerTeam: 10 });
    for (const statement of JOURNAL.split(';')) await owner.query(statement);
    const started = performance.now();
    const over = new AbortController();
    const probing = probe(owner, over.signal);
    await setUpDatabase({ ownerUrl, runtimePassword });
    over.abort();
    const waits = await probing;
    await owner.end();
    const took = ((performance.now() - started) / 1000).toFixed(1);
    say(
      `upgrade: ${calls} calls, ${migrationNames().length - old.length} migrations in ${took} s, ${waits.length} statements meanwhile`,
    );
    const longest = waits.toSorted((a, b) => b.ms - a.ms);
    for (const { probe: name, ms, after } of longest.filter(({ ms }, i) => i === 0 || ms >= LONG_MS).slice(0, 12))
      say(`  ${name} waited ${ms.toFixed(0)} ms, after ${after}`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
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
