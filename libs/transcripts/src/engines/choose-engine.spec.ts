import {
  type EngineChoiceQuestion,
  OpenaiEngine,
  planEngines,
  PocketsphinxEngine,
  ProvidedWordsEngine,
} from './index.js';

const provided = { capabilities: new ProvidedWordsEngine().capabilities, unavailable: null };
const pocketsphinx = { capabilities: new PocketsphinxEngine().capabilities, unavailable: null };
const sherpa = {
  capabilities: { ...pocketsphinx.capabilities, name: 'sherpa-onnx', model: 'both', languages: ['zh', 'en'] as const },
  unavailable: null,
};
const telephone = {
  capabilities: { ...sherpa.capabilities, model: 'telephone', sampleRates: [8_000], reliableFromHz: 8_000 },
  unavailable: null,
};
const server = {
  url: 'http://asr:8000/v1',
  model: 'm',
  languages: ['zh'] as const,
  key: undefined,
  reliableFromHz: 16_000,
};
const openai = {
  capabilities: new OpenaiEngine({ server: { ...server, timeoutMs: 1 }, egressHosts: [] }).capabilities,
  unavailable: 'egress_not_allowed' as const,
};
const ORDER = ['sherpa-onnx', 'openai', 'pocketsphinx'];

/** The names of those to be tried, in order, or why there are none. */
function plan(change: Partial<EngineChoiceQuestion>) {
  const engines = change.engines ?? [provided, pocketsphinx];
  const question = {
    language: 'en' as const,
    recordedSampleRate: 16_000,
    hasProvidedWords: false,
    order: ORDER,
    engines,
  };
  const planned = planEngines({ ...question, ...change });
  if (planned.candidates === null) return planned.reason;
  return planned.candidates.map(({ index, sampleRate }) => {
    const { name, model } = engines[index]?.capabilities ?? { name: '', model: null };
    return [model === null ? name : `${name}/${model}`, sampleRate];
  });
}

describe('the choice of engines', () => {
  it('falls on the words that came with the call, in any language, and on nothing else', () => {
    const engines = [pocketsphinx, sherpa, provided];
    expect(plan({ language: 'zh', hasProvidedWords: true, engines })).toEqual([['provided', null]]);
  });

  it('falls on engines that know the language', () => {
    expect(plan({})).toEqual([['pocketsphinx', 16_000]]);
    expect(plan({ language: 'zh' })).toBe('no_engine_for_language');
    expect(plan({ language: 'zh', engines: [pocketsphinx, sherpa] })).toEqual([['sherpa-onnx/both', 16_000]]);
  });

  it('follows the order of the settings, and leaves out what they do not name', () => {
    const engines = [pocketsphinx, telephone, sherpa];
    const names = (order: string[]) => [plan({ engines, order })].flat().map((one) => one[0]);
    expect(names(ORDER)).toEqual(['sherpa-onnx/telephone', 'sherpa-onnx/both', 'pocketsphinx']);
    expect(names(['pocketsphinx', 'sherpa-onnx/both'])).toEqual(['pocketsphinx', 'sherpa-onnx/both']);
    expect(plan({ engines, order: ['openai'] })).toBe('no_engine_for_language');
  });

  it('tells an engine that cannot be used from a language that none knows', () => {
    expect(plan({ engines: [provided, { ...pocketsphinx, unavailable: 'no_sandbox' }] })).toBe('engine_missing');
  });

  it('prefers an engine trained on what the recording holds', () => {
    const engines = [sherpa, telephone];
    const order = ['sherpa-onnx/both', 'sherpa-onnx'];
    expect(plan({ recordedSampleRate: 8_000, engines, order })).toEqual([
      ['sherpa-onnx/telephone', 8_000],
      ['sherpa-onnx/both', 16_000],
    ]);
    expect(plan({ recordedSampleRate: 8_000 })).toEqual([['pocketsphinx', 16_000]]);
  });

  it('says which engine was set up and passed over, but not which was never set up', () => {
    const missing = { ...sherpa, unavailable: 'no_model' as const };
    const question = { language: 'zh' as const, recordedSampleRate: 8_000, hasProvidedWords: false, order: ORDER };
    expect(planEngines({ ...question, engines: [missing, openai, telephone] })).toMatchObject({
      passedOver: [{ engine: 'openai/m', reason: 'egress_not_allowed' }],
    });
  });
});
