import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type ScheduleName, type UploadResult } from '#contracts';
import { createLogger, parseEnv } from '#platform';
import { ApiClient } from '../../../tools/demo/api-client.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from '../../../tools/demo/seed/organisation.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { metadataOf } from '../../../tools/samples/metadata.js';
import { spokenSamples, wordsOf, type SpokenSample } from '../../../tools/samples/sounds.js';
import { freePort } from '../ingest/product.js';
import { type Say } from '../say.js';
import { ratioOf, spreadOf, written } from '../spread.rules.js';
import { figuresOf, type Figures } from './database-size.js';
import { growth } from './growth.rules.js';

/** Linux always counts in hundredths of a second, independent of its own clock (proc(5), USER_HZ). */
const TICKS = 100;

/**
 * Seconds of processor that a process has taken, and its children that have ended.
 * @throws Error where the system has no /proc
 */
export async function cpuSeconds(pid: number): Promise<{ own: number; children: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may hold anything; utime is the 14th field.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return { own: (user + system) / TICKS, children: (childUser + childSystem) / TICKS };
}

const ROOT = resolve(import.meta.dirname, '../../../..');
const FFMPEG = '/usr/bin/ffmpeg';
/** Polls of a call's stage: the worker's share of the processor is measured, and the API's is not. */
const EVERY_MS = 200;
/** They look at what calls left behind; the worker looks once a second which of them are due. */
const SWEEPS = [
  'find-gaps',
  'fold-tallies',
  'mask-older-recordings',
  'index-older-words',
  'cover-held-calls',
  'retention',
  'forget-done-work',
] satisfies ScheduleName[];
const SWEPT_MS = 3000;
/** Uploads under way at once, where there are many. */
const UPLOADS = 4;
/** A PostgreSQL connection that has nothing to do tells what it did after ten seconds. */
const COUNTED_AFTER_MS = 11_000;

/** An administrator sends calls and may not see them. */
interface People {
  sender: ApiClient;
  reader: ApiClient;
}

interface Call {
  spoken: SpokenSample;
  /** As a telephone system writes it: μ-law, two channels. */
  wav: string;
}

export interface CallsOptions {
  /** Of one round: the samples one after the other, again and again. Null takes each sample once. */
  calls: number | null;
  rounds: number;
}

/**
 * Processor time of the worker and its children for calls that bring their words, from the upload to the score, against a bare ffmpeg that
 * makes the browser's rendition of the same files with its own settings for speech. It also tells what the database grows by for a call.
 */
export async function benchCalls({ calls: wanted, rounds: count }: CallsOptions, say: Say): Promise<void> {
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  // The database server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const logger = createLogger('bench', 'warn');
  const profile = await EmbeddedProfile.prepare({
    dataDir: join(folder, 'product'),
    port: await freePort(),
    root: ROOT,
    logger,
    // Without walls: bubblewrap does not hand on what the programs behind it took.
    env: { SHOUWEN_ALLOW_UNSANDBOXED: '1', PATH: '/nowhere' },
  });
  const running = [() => profile.stop()];
  try {
    const password = randomBytes(12).toString('base64url');
    await seedOrganisation(parseEnv(profile.env), password);
    for (const child of [profile.api, profile.worker]) child.start();
    await profile.apiReady();
    const [sender, reader] = await Promise.all([
      ApiClient.signIn(profile.baseUrl, 'admin', password),
      ApiClient.signIn(profile.baseUrl, 'supervisor', password),
    ]);
    const samples = await recordedSamples(folder);
    const many = Array.from({ length: wanted ?? samples.length }, (_, i) => samples[i % samples.length]!);
    say(
      `calls: ${many.length} with their words, ${minutesOf(many).toFixed(1)} min of two channels, ${count} rounds after a warm-up of ${samples.length}`,
    );
    const { host, port, user, password: secret } = profile.postgres;
    const owner = new pg.Client({ host, port, user, password: secret, database: 'shouwen' });
    await owner.connect();
    running.push(() => owner.end());
    // All of the log that a run writes is read at its end.
    await owner.query(`alter system set wal_keep_size = '16GB'`);
    await owner.query('select pg_reload_conf()');
    let [before, last]: (Figures | undefined)[] = [];
    const results = [];
    for (let round = 0; round <= count; round += 1) {
      const calls = round === 0 ? samples : many;
      const minutes = minutesOf(calls);
      const { own, children } = await play(profile.worker.pid ?? 0, { sender, reader }, calls, round);
      const ours = (own + children) / minutes;
      const bare = (await encodeBare(samples)) / minutesOf(samples);
      say(
        `  ${round === 0 ? 'warm-up' : `round ${round}`}: ours ${ours.toFixed(2)} s (${(own / minutes).toFixed(2)} s of it in the worker itself), bare ${bare.toFixed(2)} s a minute of call`,
      );
      if (round > 0) results.push({ ours, bare });
      else before = await settled(owner, undefined, true);
      if (round > 0 && round === count - 1) last = await settled(owner);
    }
    say(
      `  ours ${written(spreadOf(results.map(({ ours }) => ours)), 2)} s of processor a minute of call, median and range`,
    );
    const after = await settled(owner, before);
    for (const line of growth(before!, after, many.length * count)) say(`  ${line}`);
    if (last) say(`  of the last round, after a vacuum: ${growth(last, after, many.length)[0]!.split(';')[0]}`);
    await owner.query(`update work set done_at = done_at - interval '8 days'`);
    const aged = await settled(owner, undefined, true);
    say('  rows side by side, as those of a large house lie, when its work is a week old:');
    for (const line of growth(before!, aged, many.length * count)) say(`  ${line}`);
    say(`calls ratio ${written(ratioOf(results), 2)}`);
  } finally {
    for (const end of running.reverse()) await end();
    await rm(folder, { recursive: true, force: true });
  }
}

const minutesOf = (calls: readonly Call[]): number =>
  calls.reduce((sum, { spoken }) => sum + spoken.durationMs, 0) / 60_000;

/** The figures once what follows a score is done, too, and what the clock starts within the hour. */
async function settled(owner: pg.Client, since?: Figures, sideBySide = false): Promise<Figures> {
  const due = `select from work where done_at is null and failed_at is null and due_at <= now()
    union all select from to_look_at where due_at <= now() union all select from tally_change`;
  do {
    await owner.query('update schedule set next_due_at = now() where name = any($1)', [SWEEPS]);
    await pause(SWEPT_MS);
  } while ((await owner.query(due)).rowCount);
  await pause(COUNTED_AFTER_MS);
  if (sideBySide) await owner.query('vacuum full');
  return figuresOf(owner, since);
}

async function recordedSamples(folder: string): Promise<Call[]> {
  const calls = spokenSamples()
    .filter(({ sample }) => sample.kind !== 'consent_declined')
    .map((spoken) => ({ spoken, wav: join(folder, `${spoken.sample.id}.wav`) }));
  for (const { spoken, wav } of calls) await ffmpeg('-i', spoken.audio, '-c:a', 'pcm_mulaw', '-ar', '8000', wav);
  return calls;
}

/** Uploads every call and waits until the last is scored. @returns seconds of processor that the worker and its children took */
async function play(
  worker: number,
  { sender, reader }: People,
  calls: readonly Call[],
  round: number,
): Promise<{ own: number; children: number }> {
  const before = await cpuSeconds(worker);
  const taken: UploadResult[] = [];
  const left = calls.entries();
  const upload = async (): Promise<void> => {
    for (const [i, { spoken, wav }] of left) {
      const { sample, durationMs } = spoken;
      const startedAt = new Date(Date.now() - durationMs);
      const staffNumber = SAMPLE_AGENT_STAFF_NUMBER[sample.language];
      const metadata = metadataOf(sample, { startedAt, durationMs, staffNumber });
      const externalId = `bench-${round}-${i}-${sample.id}`;
      taken.push(await sender.take({ ...metadata, externalId }, wav, wordsOf(spoken)));
    }
  };
  await Promise.all(Array.from({ length: UPLOADS }, upload));
  for (const { callId } of taken) while ((await reader.call(callId)).stage !== 'scored') await pause(EVERY_MS);
  const after = await cpuSeconds(worker);
  return { own: after.own - before.own, children: after.children - before.children };
}

/** @returns seconds of processor */
async function encodeBare(calls: readonly Call[]): Promise<number> {
  const before = await cpuSeconds(process.pid);
  for (const { wav } of calls)
    await ffmpeg('-i', wav, '-c:a', 'libopus', '-b:a', '48k', '-application', 'voip', '-vbr', 'off', '-f', 'ogg', '-');
  return (await cpuSeconds(process.pid)).children - before.children;
}

async function ffmpeg(...args: string[]): Promise<void> {
  const child = spawn(FFMPEG, ['-v', 'error', '-nostdin', '-threads', '1', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}
