import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Language, type ScorecardView, type UploadMetadata } from '#contracts';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { type SampleTurn, spokenSamples } from '../../tools/samples/sounds.js';
import { FORMS } from '../support/words-as-written.js';
import { callMetadata, Product } from '../support/product.js';
import { hasRecogniser } from '../support/recogniser.js';
import { heardOnce } from '../support/run-recogniser.js';
import { DEEP } from '../support/deep.js';

/** Flawless calls in every form in which they are sent, without a fact but the notice that the gate asks for: each gets its total. */
const MODELS = new Map(
  spokenSamples(SAMPLE_CALLS.filter(({ kind }) => kind === 'model')).map((one) => [one.sample.language, one]),
);

interface Kind {
  name: string;
  language: Language;
  /** What ffmpeg is told about the sound, and the name's ending. */
  sound: readonly [string, ...string[]];
  words: keyof typeof FORMS | null;
  facts?: Partial<UploadMetadata['legs'][0]>;
  mono?: true;
}

const ALL_FACTS = {
  ...{ alertedAt: '2026-03-12T06:02:04.000Z', answeredAt: '2026-03-12T06:02:10.000Z' },
  ...({ hangupParty: 'customer', transfer: 'none' } as const),
};
const MONO = ['-ac', '1'];

const KINDS: readonly Kind[] = [
  { name: 'two channels at 8 kHz', language: 'en', sound: ['wav', '-ar', '8000'], words: 'our JSON' },
  { name: 'two channels at 16 kHz', language: 'zh', sound: ['wav', '-ar', '16000'], words: 'our JSON' },
  { name: 'one channel', language: 'en', sound: ['wav', '-ar', '8000', ...MONO], words: 'our JSON', mono: true },
  {
    name: 'one channel as MP3',
    language: 'zh',
    sound: ['mp3', '-ar', '16000', ...MONO],
    words: 'our JSON',
    mono: true,
  },
  {
    name: 'µ-law of a telephone',
    language: 'en',
    sound: ['wav', '-c:a', 'pcm_mulaw', '-ar', '8000'],
    words: 'Whisper’s verbose JSON',
  },
  { name: 'FLAC', language: 'zh', sound: ['flac', '-ar', '16000'], words: 'Whisper’s verbose JSON' },
  { name: 'a recording of Amazon Connect', language: 'en', sound: ['wav', '-ar', '8000'], words: 'Contact Lens' },
  { name: 'subtitles', language: 'zh', sound: ['wav', '-ar', '8000'], words: 'WebVTT' },
  {
    name: 'subtitles of one channel',
    language: 'en',
    sound: ['ogg', '-c:a', 'libopus', ...MONO],
    words: 'SubRip',
    mono: true,
  },
  { name: 'every fact', language: 'zh', sound: ['wav', '-ar', '8000'], words: 'SubRip', facts: ALL_FACTS },
];
/**
 * An ordinary run has each channel count, a telephone's coding and a compressed one, and a file of words with speakers and one without. What the
 * others would find, provided-words.spec finds of the words and mixed-folder.int-spec of the sound; samples.journey hears both languages.
 */
const ORDINARY = ['two channels at 16 kHz', 'one channel as MP3', 'µ-law of a telephone', 'every fact'];
const SENT = KINDS.filter(({ name }) => DEEP || ORDINARY.includes(name));
const HEARD: readonly Kind[] = (['en', 'zh'] as const).map((language) => ({
  ...{ name: 'heard from two channels', language, sound: ['wav', '-ar', '8000'], words: null },
}));

let product: Product;
let sender: ApiClient;
let reader: ApiClient;
const folder = mkdtempSync(join(tmpdir(), 'shouwen-totals-'));

beforeAll(async () => {
  product = await Product.start(await heardOnce());
  [sender, reader] = [await product.signIn('admin'), await product.signIn('quality')];
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await product?.stop();
});

async function cardOf(kind: Kind, wordsOf = (turns: readonly SampleTurn[]) => turns): Promise<ScorecardView> {
  const { audio, turns, durationMs } = MODELS.get(kind.language)!;
  const [ending, ...coding] = kind.sound;
  const file = join(folder, `call.${ending}`);
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', audio, ...coding, file]);
  const { legs, agentChannel, ...about } = callMetadata({
    ...{
      language: kind.language,
      region: kind.language === 'zh' ? 'CN' : 'US-TX',
      externalId: `totals ${kind.language} ${kind.name} ${kind.words}`,
    },
  });
  const metadata = { ...about, legs: [{ ...legs[0], ...kind.facts }], ...(!kind.mono && { agentChannel }) };
  const words = kind.words && new Blob([FORMS[kind.words](kind.language, wordsOf(turns), durationMs)]);
  const { callId } = await sender.take(metadata as UploadMetadata, file, words);
  expect(await product.reaches(callId, ['scored', 'needs_attention'], 300_000)).toMatchObject({ stage: 'scored' });
  return (await reader.scorecards(callId)).find(({ main }) => main)!;
}

const told = ({ items, coverage, points, maxPoints }: ScorecardView) => ({
  ...{ coverage, total: points === null ? null : points / maxPoints! },
  failed: items.filter(({ outcome, notTrusted }) => outcome === 'not_met' && !notTrusted).map(({ itemId }) => itemId),
});

describe('a flawless call gets its total', () => {
  it.each(SENT.map((kind) => [`${kind.language}, ${kind.name}, ${kind.words}`, kind] as const))(
    '%s',
    async (_, kind) => {
      const card = await cardOf(kind);
      expect(told(card)).toMatchObject({ total: 1, failed: [] });
      expect(card.coverage).toBeGreaterThanOrEqual(card.checklist.requiredCoverage);
      expect(card.counts).toBe(true);
    },
  );

  (DEEP && hasRecogniser() ? it.each : it.skip.each)(HEARD.map((kind) => [kind.language, kind] as const))(
    '%s, heard from its sound',
    async (_, kind) => {
      const { total, coverage } = told(await cardOf(kind));
      expect([total !== null && total > 0.9, coverage >= 0.8]).toEqual([true, true]);
    },
    300_000,
  );
});

describe('what was not heard gives no total', () => {
  it.each(['en', 'zh'] as const)('%s: hardly a word of it', async (language) => {
    const kind: Kind = { name: 'hardly a word', language, sound: ['wav', '-ar', '8000'], words: 'our JSON' };
    const card = await cardOf(kind, (turns) =>
      turns.slice(0, 1).map((turn) => ({ ...turn, text: language === 'zh' ? '您好' : 'Hello' })),
    );
    expect(told(card)).toMatchObject({ total: null, failed: [] });
    expect(card.counts).toBe(false);
  });
});
