import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { createLogger, parseEnv } from '#platform';
import { soundOf } from '#recordings';
import { ApiClient } from '../../../tools/demo/api-client.js';
import { RecordingClient, type CallSound } from '../../../tools/demo/live/recording-client.js';
import { soundOfSample } from '../../../tools/demo/live/live-call.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { freeSipPort } from '../../../tools/profile/sip-port.js';
import { spokenSamples } from '../../../tools/samples/sounds.js';
import { hearRecording } from '../../eval-asr/judge.js';
import { openEngines, readSettings } from '../../eval-asr/open-engines.js';
import { freePort } from '../ingest/product.js';
import { type Say } from '../say.js';
import { ratioOf, written } from '../spread.rules.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const AGENT = { extension: '8001', name: 'Agent' };
const STAFF_NUMBER = '3068';
/** Before the first call that counts: models are loaded as they are first asked. */
const WARMING_S = 20;
const LOOK_MS = 100;

/**
 * From the hang-up of a call that was captured as it happened to its scorecard, beside the recogniser alone on the same sound. No words are heard
 * while the call goes on.
 */
export async function benchHangUp({ seconds, rounds }: { seconds: number; rounds: number }, say: Say): Promise<void> {
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  // The database server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const ends: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const { sipPort, database } = await house(folder, ends);
    const { engines, warm, tools } = await openEngines((host) => say(`sound is sent to ${host}`));
    ends.push(() => warm.close());
    const engine = engines.find(({ capabilities }) => capabilities.name === 'faster-whisper')!;
    say(`hang-up: ${seconds} s of two sides in Mandarin, ${availableParallelism()} cores, load ${load()}`);
    const results: { ours: number; bare: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const file = join(folder, `${round}.wav`);
      await speech(file, round === 0 ? WARMING_S : seconds);
      const ours = await captured(sipPort, await soundOfSample({ audio: file }), database);
      const bytes = readFileSync(file);
      const began = performance.now();
      const heard = await hearRecording(engine, { sound: soundOf(bytes), bytes, language: 'zh' }, tools);
      if (!heard.ok) throw new Error(`the recogniser alone: ${heard.failure.code} (${heard.failure.detail})`);
      const bare = (performance.now() - began) / 1000;
      say(
        `  ${round === 0 ? 'warm-up' : `round ${round}`}: hang-up to score ${ours.toFixed(1)} s, recogniser alone ${bare.toFixed(1)} s, load ${load()}`,
      );
      if (round > 0) results.push({ ours, bare });
    }
    say(`hang-up ratio ${written(ratioOf(results), 2)}`);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

const load = (): string => loadavg()[0]!.toFixed(1);

/** The product as it is shipped, with the recogniser of this machine, and one agent at a telephone. */
async function house(folder: string, ends: (() => unknown)[]): Promise<{ sipPort: number; database: pg.Client }> {
  const sipPort = await freeSipPort('127.0.0.1', 5570);
  if (sipPort === null) throw new Error('no port is free for SIP');
  const env = {
    ...{ SHOUWEN_MODELS_DIR: readSettings().engines.modelsDir, SHOUWEN_SIP_PORT: String(sipPort) },
    ...{ SHOUWEN_CAPTURE_ANNOUNCEMENT: 'bench', SHOUWEN_LIVE_WORDS: 'off' },
  };
  const [port, logger] = [await freePort(), createLogger('bench', 'warn')];
  const profile = await EmbeddedProfile.prepare({ dataDir: folder, port, root: ROOT, logger, env });
  ends.push(() => profile.stop());
  const password = randomBytes(12).toString('base64url');
  await seedOrganisation(parseEnv(profile.env), password);
  await profile.startTaking();
  const admin = await ApiClient.signIn(profile.baseUrl, 'admin', password);
  const post = async (path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await admin.request(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const settings = { zone: 'Asia/Shanghai', home: 'CN', map: {} };
  await post('/auth/step-up', { password });
  await post('/telephony-sources', { name: 'siprec', reader: 'table', settings, teamIds: null, folder: null });
  const { extension } = AGENT;
  await post('/extensions', { extension, staffNumber: STAFF_NUMBER, from: '2026-01-01T00:00:00.000Z', to: null });
  const { host, port: at, user, password: secret } = profile.postgres;
  const database = new pg.Client({ host, port: at, user, password: secret, database: 'shouwen' });
  await database.connect();
  ends.push(() => database.end());
  return { sipPort, database };
}

/** The sample calls in Mandarin, one after the other, as a telephone carries them. */
async function speech(file: string, seconds: number): Promise<void> {
  const samples = spokenSamples().filter(
    ({ sample }) => sample.language === 'zh' && sample.kind !== 'consent_declined',
  );
  const whole = samples.reduce((sum, { durationMs }) => sum + durationMs / 1000, 0);
  const files = Array.from({ length: Math.ceil(seconds / whole) }, () => samples.map(({ audio }) => audio)).flat();
  const inputs = files.flatMap((audio) => ['-i', audio]);
  const joined = ['-filter_complex', `concat=n=${files.length}:v=0:a=1`, '-t', String(seconds)];
  const coded = ['-ac', '2', '-ar', '8000', '-c:a', 'pcm_alaw', file];
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-nostdin', ...inputs, ...joined, ...coded]);
}

/** Plays a call at the pace of speech. @returns seconds from its end to its scorecard */
async function captured(port: number, sound: CallSound, database: pg.Client): Promise<number> {
  const call = { id: randomUUID(), customer: { number: '13800002046', name: '' }, agent: AGENT };
  const scored = async (): Promise<number> =>
    (await database.query("select count(*)::int as n from call where stage = 'scored'")).rows[0].n;
  const before = await scored();
  const client = await RecordingClient.open(call, port);
  await client.begin();
  await client.speak(sound, new AbortController().signal);
  await client.end();
  const hungUp = performance.now();
  while ((await scored()) === before) await pause(LOOK_MS);
  return (performance.now() - hungUp) / 1000;
}
