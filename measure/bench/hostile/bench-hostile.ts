import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uploadMetadataSchema } from '#contracts';
import { createLogger, parseEnv } from '#platform';
import { waveHeader } from '#platform/rules';
import { ApiClient } from '../../../tools/demo/api-client.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from '../../../tools/demo/seed/organisation.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { freePort } from '../ingest/product.js';
import { type Say } from '../say.js';
import { HOSTILE, type HostileWords } from './hostile-words.rules.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const EVERY_MS = 250;
const ENDED = ['scored', 'needs_attention'];
const WATCH = join(ROOT, 'measure/bench/hostile/watch-loop.mjs');

/** How long the event loops of API and worker are held at most while hostile words come in, are stored, searched and judged. */
export async function benchHostile(say: Say): Promise<void> {
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  await chmod(folder, 0o711);
  const loops = join(folder, 'loops');
  await mkdir(loops);
  const profile = await EmbeddedProfile.prepare({
    ...{ dataDir: join(folder, 'product'), port: await freePort(), root: ROOT, logger: createLogger('bench', 'warn') },
    env: { NODE_OPTIONS: `--import=${WATCH}`, SHOUWEN_BENCH_LOOPS: loops },
  });
  try {
    const password = randomBytes(12).toString('base64url');
    await seedOrganisation(parseEnv(profile.env), password);
    for (const child of [profile.api, profile.worker]) child.start();
    await profile.apiReady();
    const sender = await ApiClient.signIn(profile.baseUrl, 'admin', password);
    const reader = await ApiClient.signIn(profile.baseUrl, 'supervisor', password);
    // What is compiled with the first call is compiled.
    await send({ sender, reader }, folder, { ...HOSTILE[0]!, turns: HOSTILE[0]!.turns.slice(0, 1) });
    let worst = { api: NONE, worker: NONE };
    for (const words of HOSTILE) {
      for (const { pid } of [profile.api, profile.worker]) process.kill(pid!, 'SIGUSR2');
      const began = performance.now();
      const stage = await send({ sender, reader }, folder, words);
      const seconds = (performance.now() - began) / 1000;
      const api = await heldBy(loops, profile.api.pid!);
      const worker = await heldBy(loops, profile.worker.pid!);
      worst = { api: longer(worst.api, api), worker: longer(worst.worker, worker) };
      const characters = words.turns.reduce((sum, { text }) => sum + text.length, 0);
      say(
        `  ${words.name} (${words.language}, ${characters.toLocaleString('en')} characters, ${words.turns.length} turns): ${stage} in ${seconds.toFixed(1)} s; worker held ${written(worker)}, API ${written(api)}`,
      );
    }
    say(`hostile: worker held ${written(worst.worker)} at most, API ${written(worst.api)}`);
  } finally {
    await profile.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface People {
  sender: ApiClient;
  reader: ApiClient;
}

async function send(
  { sender, reader }: People,
  folder: string,
  { name, language, turns }: HostileWords,
): Promise<string> {
  const seconds = turns.at(-1)!.toMs / 1000 + 1;
  const wav = join(folder, 'silence.wav');
  await writeFile(wav, silence(seconds));
  const words = new Blob([JSON.stringify({ language, turns })]);
  const startedAt = new Date(Date.now() - seconds * 1000 - 60_000);
  const at = (after: number) => new Date(startedAt.getTime() + after * 1000).toISOString();
  const metadata = uploadMetadataSchema.parse({
    ...{ source: 'bench', externalId: `${name} ${turns.length} ${language}`, direction: 'inbound' as const },
    ...{ startedAt: at(0), language, region: 'CN', consent: { state: 'announced' as const } },
    ...{ customer: {}, agentChannel: 'left' as const },
    legs: [
      { staffNumber: SAMPLE_AGENT_STAFF_NUMBER[language], alertedAt: at(0), answeredAt: at(1), endedAt: at(seconds) },
    ],
  });
  const { callId } = await sender.take(metadata, wav, words);
  for (;;) {
    const { stage } = await reader.call(callId);
    if (ENDED.includes(stage)) return stage;
    await pause(EVERY_MS);
  }
}

/** Two channels of 8 kHz, as long as the words say. */
function silence(seconds: number): Buffer {
  const bytes = Math.ceil(seconds) * 8000 * 2;
  const head = waveHeader({ channels: 2, sampleRate: 8000, dataBytes: bytes, muLaw: true });
  return Buffer.concat([head, Buffer.alloc(bytes, 0xff)]);
}

/** How long a loop was held at most, in milliseconds. */
interface Held {
  clock: number;
  /** Processor time of its thread: what other programmes of the machine cannot lengthen. */
  processor: number;
}

const NONE: Held = { clock: 0, processor: 0 };
const longer = (a: Held, b: Held): Held => ({
  clock: Math.max(a.clock, b.clock),
  processor: Math.max(a.processor, b.processor),
});
const written = ({ clock, processor }: Held): string =>
  `${processor.toFixed(0)} ms of processor (${clock.toFixed(0)} ms by the clock)`;

async function heldBy(loops: string, pid: number): Promise<Held> {
  // What was measured is written ten times a second.
  await pause(300);
  return JSON.parse(await readFile(join(loops, String(pid)), 'utf8')) as Held;
}
