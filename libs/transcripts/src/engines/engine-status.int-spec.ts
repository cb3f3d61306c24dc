import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from '#platform';
import { engineStatus } from './index.js';
import { installToneModel } from './sherpa/tone-models.fixture.js';

let modelsDir: string;
beforeEach(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), 'models-'));
});
afterEach(() => rm(modelsDir, { recursive: true }));

const envOf = (settings: Record<string, string> = {}) =>
  parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://unused', SHOUWEN_MODELS_DIR: modelsDir, ...settings });
async function status(name: string, settings?: Record<string, string>) {
  return (await engineStatus(envOf(settings))).find((engine) => engine.name === name);
}

/** Enough of each for the state, which starts nothing. */
async function installPackages(): Promise<void> {
  const folder = join(modelsDir, '.python');
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(join(folder, 'bin/python'), '');
  await writeFile(join(folder, 'faster-whisper.version'), '1.2.1 0123456789abcdef\n');
}
async function installWhisper(): Promise<void> {
  const folder = join(modelsDir, 'whisper-base');
  await mkdir(folder);
  const names = {
    model: 'model.bin',
    config: 'config.json',
    tokenizer: 'tokenizer.json',
    vocabulary: 'vocabulary.txt',
  };
  for (const name of Object.values(names)) await writeFile(join(folder, name), 'x');
  const files = Object.entries(names).map(([role, path]) => [role, { path, bytes: 1, sha256: 'a'.repeat(64) }]);
  const manifest = { name: 'whisper-base', kind: 'faster-whisper', languages: ['zh', 'en'], sampleRate: 16_000 };
  const told = { format: 'shouwen.model/1', ...manifest, reliableFromHz: 8_000, licence: 'MIT', source: 'a test' };
  const whole = { ...told, archiveSha256: null, trust: 'operator', files: Object.fromEntries(files) as object };
  await writeFile(join(folder, 'model.json'), JSON.stringify(whole));
}

describe('the state of the engines', () => {
  it('on a bare machine is one line for each, with what to do about those that cannot be used', async () => {
    const engines = await engineStatus(envOf());
    expect(engines.map(({ name, available, reason, production }) => [name, available, reason, production])).toEqual([
      ['provided', true, null, true],
      ['faster-whisper', false, 'not_installed', true],
      ['sherpa-onnx', false, 'no_model', true],
      ['openai', false, 'not_configured', true],
      ['pocketsphinx', true, null, false],
    ]);
    for (const { advice } of engines.slice(1, 3)) {
      expect(advice?.zh).toContain('npm run models');
      expect(advice?.en).toContain('npm run models');
    }
  });

  it('gathers the models of an engine, and the languages of those that can be used', async () => {
    await installToneModel(modelsDir, { kind: 'sense-voice', languages: ['zh', 'en', 'yue'] });
    const { folder } = await installToneModel(modelsDir, { kind: 'streaming-nemo-ctc', languages: ['en'] });
    await truncate(join(folder, 'model.onnx'), 5);
    expect(await status('sherpa-onnx')).toMatchObject({
      ...{ available: true, enabled: true, version: '1.13.8', languages: ['en', 'zh'], reason: null, advice: null },
      models: [
        { name: 'tones-sense-voice', languages: ['zh', 'en', 'yue'], state: 'ready', streaming: false, problem: null },
        { name: 'tones-streaming-nemo-ctc', state: 'incomplete', streaming: true },
      ],
    });
  });

  it('gives a model to the engine that runs it, and tells one that lacks its packages', async () => {
    await installToneModel(modelsDir, { kind: 'sense-voice', languages: ['zh'] });
    await installWhisper();
    expect(await status('faster-whisper')).toMatchObject({
      ...{ available: false, enabled: true, reason: 'not_installed', languages: [] },
      models: [{ name: 'whisper-base', kind: 'faster-whisper', languages: ['zh', 'en'], state: 'ready', bytes: 4 }],
    });
    expect((await status('sherpa-onnx'))?.models.map(({ name }) => name)).toEqual(['tones-sense-voice']);
    await installPackages();
    expect(await status('faster-whisper')).toMatchObject({
      ...{ available: true, version: '1.2.1', languages: ['en', 'zh'], reason: null, advice: null },
    });
    await rm(join(modelsDir, 'whisper-base/model.bin'));
    expect(await status('faster-whisper')).toMatchObject({ available: false, reason: 'model_damaged' });
  });

  it('tells an engine that is set up but not allowed, and one that the settings leave out', async () => {
    const server = { SHOUWEN_OPENAI_URL: 'https://asr.example.cn/v1', SHOUWEN_OPENAI_LANGUAGES: 'zh' };
    expect(await status('openai', server)).toMatchObject({
      available: false,
      reason: 'egress_not_allowed',
      languages: [],
    });
    expect(await status('openai', { ...server, SHOUWEN_EGRESS_HOSTS: 'asr.example.cn' })).toMatchObject({
      ...{ available: true, host: 'asr.example.cn:443', languages: ['zh'] },
    });
    expect(await status('pocketsphinx', { SHOUWEN_ENGINES: 'sherpa-onnx/one,openai' })).toMatchObject({
      enabled: false,
    });
    expect(
      await status('pocketsphinx', { SHOUWEN_ENGINES: 'openai', SHOUWEN_ENGINES_EN: 'pocketsphinx' }),
    ).toMatchObject({ enabled: true });
  });

  it.each<[string, Record<string, string>]>([
    ['an engine that there is not', { SHOUWEN_ENGINES: 'sherpa-onnx,kaldi' }],
    ['a language that there is not', { SHOUWEN_OPENAI_LANGUAGES: 'fr' }],
    ['an address with a password', { SHOUWEN_OPENAI_URL: 'https://name:secret@asr.example.cn/v1' }],
    ['a host with a path', { SHOUWEN_EGRESS_HOSTS: 'asr.example.cn/v1' }],
  ])('cannot be asked with settings that name %s', (_what, settings) => {
    expect(() => envOf(settings)).toThrow(Object.keys(settings)[0]);
  });
});
