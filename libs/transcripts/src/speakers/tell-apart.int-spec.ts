import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Transcript, Turn } from '#contracts';
import { parseEnv } from '#platform';
import { soundOf, SpeechMeter } from '#recordings';
import { WITH_RECOGNISER } from '../../../../test/support/recogniser.js';
import { mixDown } from '../../../../measure/eval-spoken/mix-down.js';
import { SAMPLE_CALLS } from '../../../../tools/samples/calls.js';
import { spokenSamples, type SpokenSample } from '../../../../tools/samples/sounds.js';
import { findVoiceEncoder, tellApart, type ToldApart } from './index.js';
import { DEEP } from '../../../../test/support/deep.js';

const { engines } = parseEnv({
  SHOUWEN_DATABASE_URL: 'postgres://unused',
  ...WITH_RECOGNISER,
});
const encoder = await findVoiceEncoder({ engines, allowUnsandboxed: true });
if (!encoder) console.warn('SKIPPED: the speaker encoder is not set up (node tools/setup/get-ready.mjs).');
const hears = encoder ? it : it.skip;

/** The words of a sample as a recogniser gives them for one channel: without speakers, and in one turn where the pause is short. */
function heardAs({ sample, turns, durationMs }: SpokenSample): Transcript {
  const { language } = sample;
  const unnamed = turns.map((turn, index): Turn => {
    const said = language === 'zh' ? [...turn.text] : turn.text.split(' ');
    const step = (turn.toMs - turn.fromMs) / said.length;
    let text = '';
    const words = said.map((word, at) => {
      if (at > 0 && language === 'en') text += ' ';
      const fromChar = text.length;
      text += word;
      const [fromMs, toMs] = [at, at + 1].map((n) => Math.round(turn.fromMs + n * step)) as [number, number];
      return { text: word, fromMs, toMs, confidence: 0.9, fromChar, toChar: text.length };
    });
    return { index, speaker: 'unknown', fromMs: turn.fromMs, toMs: turn.toMs, text, words };
  });
  const engine = { name: 'faster-whisper', version: '1', model: 'whisper-base' };
  return { format: 'shouwen.transcript/1', language, engine, durationMs, channels: 1, turns: unnamed, unreliable: [] };
}

async function apart(spoken: SpokenSample, names: string[]): Promise<ToldApart> {
  const bytes = readFileSync(spoken.audio);
  const { mixed } = await mixDown(bytes, soundOf(bytes), true);
  const audio = { channel: 0, speaker: 'unknown' as const, open: () => Readable.from([mixed.subarray(44)]) };
  return tellApart(heardAs(spoken), audio, { encoder, names, direction: 'inbound' });
}

/** Of a hundred words, how many are given to the right speaker. */
function right({ turns }: SpokenSample, told: ToldApart): number {
  const words = told.transcript.turns.flatMap((turn) => turn.words.map((word) => ({ ...word, speaker: turn.speaker })));
  const good = words.filter(({ fromMs, toMs, speaker }) => {
    const middle = (fromMs + toMs) / 2;
    return turns.find((turn) => turn.fromMs <= middle && middle <= turn.toMs)?.speaker === speaker;
  });
  return (100 * good.length) / words.length;
}

describe('two people on one channel', () => {
  hears.each([
    ['en-model', 'Green Valley Bank'],
    ['zh-model', '绿谷银行'],
  ])('are told apart by their voices, and the agent by what is said: %s', async (id, company) => {
    const [spoken] = spokenSamples(SAMPLE_CALLS.filter((call) => call.id === id));
    const told = await apart(spoken!, [company]);
    expect(told.roles).toEqual(['agent', 'customer']);
    expect(right(spoken!, told)).toBeGreaterThanOrEqual(95);
  });

  const models = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id.endsWith('-model')));
  hears.each(models.flatMap((spoken) => (['agent', 'customer'] as const).map((who) => ({ spoken, who }))))(
    'are not made out of one: the $who of $spoken.sample.id',
    async ({ spoken, who }) => {
      const alone = { ...spoken, turns: spoken.turns.filter(({ speaker }) => speaker === who) };
      expect(await apart(alone, [])).toMatchObject({ transcript: { voices: 'alike' } });
    },
  );
});

const REAL = resolve('../shared/audio/call-en-stereo-8k-ulaw.wav');
if (!existsSync(REAL)) console.warn('SKIPPED: there is no real call beside the project to tell its voices apart.');

describe('a real call of four minutes', () => {
  /** Words of 300 ms wherever it sounds: who speaks is told by voices, not by what is said. */
  const murmur = (samples: Int16Array): SpokenSample['turns'] => {
    const meter = new SpeechMeter(1, 16_000);
    meter.add(samples);
    const speech = meter.finish().channels[0] ?? [];
    const spans = Array.from({ length: speech.length / 2 }, (_, at) => [speech[at * 2]!, speech[at * 2 + 1]!] as const);
    return spans.map(([fromMs, toMs]) => {
      const text = Array.from({ length: Math.ceil((toMs - fromMs) / 300) }, () => 'm').join(' ');
      return { speaker: 'agent' as const, fromMs, toMs, text };
    });
  };
  const told = async (samples: Int16Array) => {
    const durationMs = samples.length / 16;
    const [{ sample, audio }] = spokenSamples() as [SpokenSample];
    const sound = { channel: 0, speaker: 'unknown' as const, open: () => Readable.from([Buffer.from(samples.buffer)]) };
    const words = heardAs({ sample, audio, durationMs, turns: murmur(samples) });
    return (await tellApart(words, sound, { encoder, names: [], direction: 'inbound' })).transcript.voices;
  };

  // Longer than the invented calls above, which find the same.
  (DEEP && encoder && existsSync(REAL) ? it : it.skip)(
    'has two people on one channel, and one where a side is alone',
    async () => {
      const bytes = readFileSync(REAL);
      const { apart: sides, mixed } = await mixDown(bytes, soundOf(bytes), true);
      const both = new Int16Array(mixed.subarray(44).buffer.slice(mixed.byteOffset + 44));
      expect(await told(both)).toBe('told_apart');
      expect(await told(sides.channels[0])).toBe('alike');
      expect(await told(sides.channels[1])).toBe('alike');
    },
  );
});
