import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from '#platform';
import { engineStatus, speechDetectorStatus } from './index.js';
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

describe('the state of the engines', () => {
  it('on a bare machine is one line for each, with what to do about those that cannot be used', async () => {
    const engines = await engineStatus(envOf());
    expect(engines.map(({ name, available, reason, production }) => [name, available, reason, production])).toEqual([
      ['provided', true, null, true],
      ['sherpa-onnx', false, 'no_model', true],
      ['openai', false, 'not_configured', true],
      ['pocketsphinx', true, null, false],
    ]);
    expect(engines[1]?.advice?.zh).toContain('npm run models');
    expect(engines[1]?.advice?.en).toContain('npm run models');
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

  it('says what finds the speech, and what would do it better', async () => {
    const detector = await speechDetectorStatus(envOf());
    expect(detector).toMatchObject({
      name: 'energy',
      advice: { en: expect.stringContaining('pull silero-vad') as string },
    });
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
