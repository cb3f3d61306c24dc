import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { installedModels } from '../../models/index.js';
import { SherpaEngine, type TranscriptionTask } from '../index.js';
import { installToneModel, SAMPLE_RATE, TONE_WORDS, tones } from './tone-models.fixture.js';

let modelsDir: string;
beforeEach(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), 'models-'));
});
afterEach(() => rm(modelsDir, { recursive: true }));

const quiet = Buffer.alloc(SAMPLE_RATE * 2);
function task(sound: Buffer, change: Partial<TranscriptionTask> = {}): TranscriptionTask {
  const pcm = Buffer.concat([quiet, sound, quiet]);
  return {
    language: 'en',
    durationMs: pcm.length / 32,
    recordedSampleRate: SAMPLE_RATE,
    channels: [{ channel: 0, speaker: 'agent', open: () => Readable.from([pcm]) }],
    ...change,
  };
}

/** 您好绿谷银行: two characters share a tone, and the wrong one is a little likelier. */
const VALLEY = ['您', '好', '绿', '谷', '银', '行'];
const UNITS = [...VALLEY.map((text, place) => ({ text, place })), { text: '股', place: 3, lean: 0.5 }];

describe('sherpa-onnx', () => {
  it('expects the company’s names when it is told them', async () => {
    const model = await installToneModel(modelsDir, {
      ...{ kind: 'transducer', units: UNITS, languages: ['zh'], modelingUnit: 'cjkchar' },
    });
    const engine = new SherpaEngine({ model });
    const hear = async (hotwords: string[]) => {
      const outcome = await engine.transcribe(task(tones(VALLEY, VALLEY), { language: 'zh', hotwords }));
      return outcome.ok ? outcome.transcript.turns.map(({ text }) => text).join('') : outcome.failure.detail;
    };
    expect(engine.capabilities.hotwords).toBe(true);
    expect(await hear([])).toBe('您好绿股银行');
    expect(await hear(['绿谷银行'])).toBe('您好绿谷银行');
    // A word with characters that the model does not have is left out, and does not stop it.
    expect(await hear(['龘', '绿谷银行'])).toBe('您好绿谷银行');
  });

  it('says which language a SenseVoice heard, and doubts the words of a call in another', async () => {
    const long = Buffer.concat(Array<Buffer>(8).fill(tones(TONE_WORDS)));
    const hear = async (hears: 'zh' | 'en') => {
      const model = await installToneModel(modelsDir, { kind: 'sense-voice', name: `hears-${hears}`, hears });
      const outcome = await new SherpaEngine({ model }).transcribe(task(long));
      return outcome.ok ? [outcome.transcript.heardLanguage, outcome.transcript.unreliable] : outcome.failure;
    };
    expect(await hear('en')).toEqual(['en', []]);
    expect(await hear('zh')).toEqual(['zh', ['other_language_heard']]);
  });

  it('knows of a model what its description says', async () => {
    const model = await installToneModel(modelsDir, { kind: 'streaming-nemo-ctc', languages: ['zh', 'en', 'yue'] });
    const { capabilities, checkpointKey } = new SherpaEngine({ model });
    expect(capabilities).toMatchObject({
      ...{ name: 'sherpa-onnx', version: '1.13.8', model: 'tones-streaming-nemo-ctc', languages: ['zh', 'en'] },
      ...{ sampleRates: [16_000], streaming: true, wordTimes: true, egressHost: null },
    });
    expect(checkpointKey).toContain(model.manifest?.files['model']?.sha256.slice(0, 12));
  });

  it.each<[string, (folder: string) => Promise<void>, string]>([
    ['is not there', (folder) => rm(join(folder, 'model.onnx')), 'incomplete'],
    ['was cut short', (folder) => truncate(join(folder, 'model.onnx'), 100), 'incomplete'],
    ['is not described', (folder) => rm(join(folder, 'model.json')), 'unreadable'],
  ])('whose model %s is not usable, and says so before it is asked', async (_what, spoil, state) => {
    const { folder } = await installToneModel(modelsDir, { kind: 'zipformer-ctc' });
    await spoil(folder);
    const [model] = await installedModels(modelsDir);
    expect(model?.state).toBe(state);
    const engine = new SherpaEngine({ ...(model && { model }) });
    expect(await engine.unavailable()).toBe('model_damaged');
    const outcome = await engine.transcribe(task(tones(TONE_WORDS)));
    expect(outcome).toEqual({ ok: false, failure: { fault: 'ours', code: 'engine_missing', detail: 'model_damaged' } });
  });

  it.each<[string, Buffer]>([
    ['holds something else', Buffer.alloc(5_000, 'x')],
    ['is empty inside', Buffer.from([8, 8])],
  ])('whose model %s ends as a failure with a name, and takes nothing else with it', async (_what, bytes) => {
    const { folder, manifest } = await installToneModel(modelsDir, { kind: 'zipformer-ctc' });
    await writeFile(join(folder, 'model.onnx'), bytes);
    const files = { ...manifest?.files, model: { ...manifest?.files['model'], bytes: bytes.length } };
    await writeFile(join(folder, 'model.json'), JSON.stringify({ ...manifest, files }));
    const [model] = await installedModels(modelsDir);
    const outcome = await new SherpaEngine({ ...(model && { model }) }).transcribe(task(tones(TONE_WORDS)));
    expect(outcome).toMatchObject({ ok: false, failure: { fault: 'vendor', code: 'engine_crashed' } });
    expect(JSON.stringify(outcome)).toContain('the model could not be loaded');
  });

  it('whose answer does not come in time is given up', async () => {
    const model = await installToneModel(modelsDir, { kind: 'zipformer-ctc' });
    const outcome = await new SherpaEngine({ model, utteranceWallMs: 0 }).transcribe(task(tones(TONE_WORDS)));
    expect(outcome).toMatchObject({ ok: false, failure: { fault: 'vendor', code: 'engine_timeout' } });
  });

  it('is ended in the middle when the caller no longer wants the words', async () => {
    const model = await installToneModel(modelsDir, { kind: 'zipformer-ctc' });
    const stop = new AbortController();
    const long = Buffer.concat(Array<Buffer>(30).fill(tones(TONE_WORDS)));
    const onChunk = () => Promise.resolve(stop.abort());
    const outcome = await new SherpaEngine({ model }).transcribe(task(long, { signal: stop.signal, onChunk }));
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'aborted' } });
  });

  it('without a model is not missed, but has a reason', async () => {
    expect(await new SherpaEngine().unavailable()).toBe('no_model');
    expect(new SherpaEngine().capabilities.languages).toEqual([]);
  });
});
