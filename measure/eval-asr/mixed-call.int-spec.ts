import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Language } from '#contracts';
import { parseEnv } from '#platform';
import { soundOf } from '#recordings';
import { createDetector, createEngines, createLanguageListener, hearLanguage, WarmWhisper } from '#transcripts';
import { hasRecogniser, TEST_MODELS } from '../../test/support/recogniser.js';
import { countErrors, sumOf } from './errors.rules.js';
import { channelsOf, hearRecording } from './judge.js';
import { unitsOf } from './normalise.rules.js';

const run = promisify(execFile);
const CLIPS = join(import.meta.dirname, '../../../shared/speech/clips');
const EACH = 8;
const GAP_MS = 1_500;

interface Clip {
  file: string;
  lang: Language;
  text: string;
  style: string;
}

const isThere = existsSync(join(CLIPS, 'manifest.jsonl'));
if (!isThere)
  console.warn('SKIPPED: there are no shared clips beside the project, so no mixed call was laid out of them.');

(isThere && hasRecogniser() ? it : it.skip)(
  'clips of other people in both languages, laid one after the other into one call, are heard each in its own',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mixed-'));
    const warm = new WarmWhisper();
    try {
      const { bytes, places } = await lay(folder);
      const env = parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://unused', SHOUWEN_MODELS_DIR: TEST_MODELS });
      const [engines, detector] = await Promise.all([createEngines(env, warm), createDetector(env, warm)]);
      const engine = engines.find(({ capabilities }) => capabilities.name === 'faster-whisper')!;
      const sound = soundOf(bytes);
      const tools = { detector, hotwords: [], allowUnsandboxed: false, onEgress: () => Promise.resolve() };
      const outcome = await hearRecording(engine, { bytes, sound, language: 'zh' }, tools);
      if (!outcome.ok) throw new Error(outcome.failure.detail);
      const { turns } = outcome.transcript;
      const heard = places.map(({ lang, text, fromMs, toMs }) => {
        const own = turns.filter(
          (turn) => (turn.fromMs + turn.toMs) / 2 > fromMs - 700 && (turn.fromMs + turn.toMs) / 2 < toMs + 700,
        );
        const errors = countErrors(
          unitsOf(text, lang),
          own.flatMap((turn) => unitsOf(turn.text, lang)),
        );
        return { lang, errors, right: own.length > 0 && own.every((turn) => (turn.language ?? 'zh') === lang) };
      });
      const figures = (['zh', 'en'] as const).map((lang) => {
        const own = heard.filter((one) => one.lang === lang);
        const { substitutions, deletions, insertions, units } = sumOf(own.map(({ errors }) => errors));
        const right = own.filter((one) => one.right).length;
        return { lang, clips: own.length, right, units, wrong: substitutions + deletions + insertions };
      });
      const told = await hearLanguage(await createLanguageListener(env, warm), {
        channels: channelsOf({ bytes, sound }, tools, 16_000),
        durationMs: sound.durationMs,
      });
      console.info(JSON.stringify({ figures, told }));
      for (const { clips, right, units, wrong } of figures) {
        expect(right).toBe(clips);
        expect(wrong / units).toBeLessThan(0.25);
      }
      expect(told).toMatchObject({ doubt: 'both' });
    } finally {
      warm.close();
      await rm(folder, { recursive: true });
    }
  },
);

/** One telephone channel with as many clips of each language, by turns, and where each of them lies. */
async function lay(folder: string) {
  const all = readFileSync(join(CLIPS, 'manifest.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Clip)
    .filter(({ file, style }) => existsSync(join(CLIPS, 'tel', file)) && !style.startsWith('digit'));
  const of = (lang: Language) => all.filter((clip) => clip.lang === lang).slice(0, EACH);
  const clips = of('zh').flatMap((clip, at) => [clip, of('en')[at]!]);
  const places: (Clip & { fromMs: number; toMs: number })[] = [];
  const pieces: Buffer[] = [];
  let at = 0;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    at += piece.length / 16;
  };
  for (const clip of clips) {
    add(Buffer.alloc(GAP_MS * 16));
    const raw = ['-v', 'error', '-i', join(CLIPS, 'tel', clip.file), '-ar', '8000', '-ac', '1', '-f', 's16le', '-'];
    const { stdout } = await run('ffmpeg', raw, { encoding: 'buffer', maxBuffer: 1 << 28 });
    const fromMs = at;
    add(stdout);
    places.push({ ...clip, fromMs, toMs: at });
  }
  const pcm = join(folder, 'all.pcm');
  await writeFile(pcm, Buffer.concat(pieces));
  const wav = join(folder, 'all.wav');
  await run('ffmpeg', ['-v', 'error', '-f', 's16le', '-ar', '8000', '-ac', '1', '-i', pcm, wav]);
  return { bytes: await readFile(wav), places };
}
