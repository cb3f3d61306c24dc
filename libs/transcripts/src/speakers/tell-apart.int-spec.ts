import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Transcript, Turn } from '#contracts';
import { parseEnv } from '#platform';
import { soundOf } from '#recordings';
import { WITH_RECOGNISER } from '../../../../test/support/recogniser.js';
import { mixDown } from '../../../../tools/eval-spoken/mix-down.js';
import { SAMPLE_CALLS } from '../../../../tools/samples/calls.js';
import { spokenSamples, type SpokenSample } from '../../../../tools/samples/sounds.js';
import { findVoiceEncoder, tellApart, type ToldApart } from './index.js';

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

  hears('are not made out of one', async () => {
    const [spoken] = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === 'en-model'));
    const alone = { ...spoken!, turns: spoken!.turns.filter(({ speaker }) => speaker === 'agent') };
    expect(await apart(alone, [])).toMatchObject({ transcript: { voices: 'alike' } });
  });
});
