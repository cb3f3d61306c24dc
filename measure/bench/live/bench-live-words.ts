import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEnv } from '#platform';
import { decodePcm, soundOf } from '#recordings';
import { LiveWords, type LiveSession, WarmWhisper } from '#transcripts';
import { type SpokenSample, spokenSamples } from '../../../tools/samples/sounds.js';
import { type Say } from '../say.js';

const RATE = 8_000;
const FRAME_MS = 20;
/** An utterance ends with 0.4 s of quiet, and is closed after 0.7 s of it. */
const CLOSES_AFTER_MS = 300;

interface Words {
  /** Milliseconds from the closing pause to the words. */
  late: number;
  words: number;
}

/**
 * Feeds both sides of sample calls at the pace of people who speak, several calls at once, and tells how long after an utterance was closed
 * its words were there.
 */
export async function benchLiveWords({ calls, seconds }: { calls: number; seconds: number }, say: Say): Promise<void> {
  const { SHOUWEN_DATABASE_URL: url, SHOUWEN_DATABASE_URL_FILE: file } = process.env;
  // No database is used; the rest of the settings is.
  const env = parseEnv({ ...process.env, ...(!url && !file && { SHOUWEN_DATABASE_URL: 'postgres://unused' }) });
  const warm = new WarmWhisper();
  const live = new LiveWords(env, warm);
  try {
    const samples = spokenSamples();
    const chosen = Array.from({ length: calls }, (_, at) => samples[at % samples.length] as SpokenSample);
    // The model is loaded before the first speech.
    await run(live, chosen.slice(0, 1), 8);
    const found = await run(live, chosen, seconds);
    const late = found
      .filter(({ words }) => words > 0)
      .map((one) => one.late)
      .sort((a, b) => a - b);
    const at = (share: number) =>
      ((late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? 0) / 1000).toFixed(2);
    say(`${calls} call${calls === 1 ? '' : 's'} of two sides at once, ${seconds} s, ${availableParallelism()} cores`);
    say(
      `${late.length} utterances; from their closing to their words: median ${at(0.5)} s, 95 of 100 within ${at(0.95)} s, longest ${at(1)} s`,
    );
  } finally {
    warm.close();
  }
}

async function run(live: LiveWords, samples: readonly SpokenSample[], seconds: number): Promise<Words[]> {
  const sides = await Promise.all(
    samples.flatMap(({ audio, sample }) =>
      [0, 1].map(async (channel) => ({ sample, pcm: await samplesOf(audio, channel, seconds) })),
    ),
  );
  const heard = sides.map(async ({ sample: { language }, pcm }) => {
    const opened = await live.open({ language, sampleRate: RATE });
    if (!opened.ok) throw new Error(`nothing can hear: ${opened.reason}`);
    const began = performance.now();
    const [words] = await Promise.all([read(opened.session, began), feed(opened.session, pcm, began)]);
    return words;
  });
  return (await Promise.all(heard)).flat();
}

async function read(session: LiveSession, began: number): Promise<Words[]> {
  const found: Words[] = [];
  for await (const event of session)
    if (event.kind === 'utterance')
      found.push({ late: performance.now() - began - event.toMs - CLOSES_AFTER_MS, words: event.words.length });
  return found;
}

async function feed(session: LiveSession, pcm: Int16Array, began: number): Promise<void> {
  const frame = (RATE * FRAME_MS) / 1000;
  for (let at = 0; at < pcm.length; at += frame) {
    // As a telephone gives it: a frame once it is spoken.
    const due = began + ((at + frame) * 1000) / RATE - performance.now();
    if (due > 0) await pause(due);
    await session.write(pcm.subarray(at, at + frame));
  }
  await session.end();
}

async function samplesOf(file: string, channel: number, seconds: number): Promise<Int16Array> {
  const bytes = readFileSync(file);
  const sound = soundOf(bytes);
  const source = { bytes: Readable.from([bytes]), format: sound, durationMs: sound.durationMs };
  const { output } = decodePcm(source, { channel, sampleRate: RATE }, { allowUnsandboxed: false });
  const pcm = Buffer.concat(await output.toArray());
  return new Int16Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.length)).subarray(0, seconds * RATE);
}
