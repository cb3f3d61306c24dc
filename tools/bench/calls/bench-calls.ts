import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createLogger, parseEnv } from '#platform';
import { ApiClient } from '../../demo/api-client.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from '../../demo/seed/organisation.js';
import { seedOrganisation } from '../../demo/seed/seed-organisation.js';
import { EmbeddedProfile } from '../../profile/embedded-profile.js';
import { metadataOf } from '../../samples/metadata.js';
import { type SpokenSample, spokenSamples, wordsOf } from '../../samples/sounds.js';
import { freePort } from '../ingest/product.js';
import { type Say } from '../say.js';
import { ratioOf, spreadOf, written } from '../spread.rules.js';
import { cpuSeconds } from './cpu-seconds.js';
import { growth, sizesOf } from './database-size.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FFMPEG = '/usr/bin/ffmpeg';
/** Polls of a call's stage: the worker's share of the processor is measured, and the API's is not. */
const EVERY_MS = 200;

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

/**
 * Processor time of the worker and its children for calls that bring their words, from the upload to the score, against a bare ffmpeg that
 * makes the browser's rendition of the same files with its own settings for speech. It also tells what the database grows by for a call.
 */
export async function benchCalls({ rounds: count }: { rounds: number }, say: Say): Promise<void> {
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
  try {
    const password = randomBytes(12).toString('base64url');
    await seedOrganisation(parseEnv(profile.env), password);
    for (const child of [profile.api, profile.worker]) child.start();
    await profile.apiReady();
    const [sender, reader] = await Promise.all([
      ApiClient.signIn(profile.baseUrl, 'admin', password),
      ApiClient.signIn(profile.baseUrl, 'supervisor', password),
    ]);
    const calls = await recordedSamples(folder);
    const minutes = calls.reduce((sum, { spoken }) => sum + spoken.durationMs, 0) / 60_000;
    say(
      `calls: ${calls.length} with their words, ${minutes.toFixed(1)} min of two channels, ${count} rounds after a warm-up`,
    );
    const { databaseUrl } = parseEnv(profile.env);
    let before = new Map<string, number>();
    const results = [];
    for (let round = 0; round <= count; round += 1) {
      const { own, children } = await play(profile.worker.pid ?? 0, { sender, reader }, calls, round);
      const ours = (own + children) / minutes;
      const bare = (await encodeBare(calls)) / minutes;
      say(
        `  ${round === 0 ? 'warm-up' : `round ${round}`}: ours ${ours.toFixed(2)} s (${(own / minutes).toFixed(2)} s of it in the worker itself), bare ${bare.toFixed(2)} s a minute of call`,
      );
      if (round > 0) results.push({ ours, bare });
      else before = await sizesOf(databaseUrl);
    }
    say(
      `  ours ${written(spreadOf(results.map(({ ours }) => ours)), 2)} s of processor a minute of call, median and range`,
    );
    say(`  ${growth(before, await sizesOf(databaseUrl), calls.length * count)}`);
    say(`calls ratio ${written(ratioOf(results), 2)}`);
  } finally {
    await profile.stop();
    await rm(folder, { recursive: true, force: true });
  }
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
  const taken = [];
  for (const { spoken, wav } of calls) {
    const { sample, durationMs } = spoken;
    const startedAt = new Date(Date.now() - durationMs);
    const staffNumber = SAMPLE_AGENT_STAFF_NUMBER[sample.language];
    const metadata = metadataOf(sample, { startedAt, durationMs, staffNumber });
    taken.push(await sender.take({ ...metadata, externalId: `bench-${round}-${sample.id}` }, wav, wordsOf(spoken)));
  }
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
