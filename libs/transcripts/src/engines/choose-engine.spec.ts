import { chooseEngine, type EngineChoiceQuestion, PocketsphinxEngine, ProvidedWordsEngine } from './index.js';

const provided = { capabilities: new ProvidedWordsEngine().capabilities, available: true };
const pocketsphinx = { capabilities: new PocketsphinxEngine().capabilities, available: true };
const telephone = {
  capabilities: { ...pocketsphinx.capabilities, name: 'telephone', sampleRates: [8_000] },
  available: true,
};

function choose(change: Partial<EngineChoiceQuestion>) {
  return chooseEngine({
    language: 'en',
    recordedSampleRate: 16_000,
    hasProvidedWords: false,
    engines: [provided, pocketsphinx],
    ...change,
  });
}

describe('the choice of an engine', () => {
  it('falls on the words that came with the call, whatever the language', () => {
    expect(choose({ language: 'zh', hasProvidedWords: true })).toEqual({ chosen: 'provided', sampleRate: null });
  });

  it('falls on an engine that knows the language', () => {
    expect(choose({})).toEqual({ chosen: 'pocketsphinx', sampleRate: 16_000 });
    expect(choose({ language: 'zh' })).toEqual({ chosen: null, reason: 'no_engine_for_language' });
  });

  it('tells an engine that is not installed from a language that none knows', () => {
    expect(choose({ engines: [provided, { ...pocketsphinx, available: false }] })).toEqual({
      chosen: null,
      reason: 'engine_missing',
    });
  });

  it('prefers an engine trained on what the recording holds', () => {
    const engines = [pocketsphinx, telephone];
    expect(choose({ recordedSampleRate: 8_000, engines })).toEqual({ chosen: 'telephone', sampleRate: 8_000 });
    expect(choose({ recordedSampleRate: 8_000 })).toEqual({ chosen: 'pocketsphinx', sampleRate: 16_000 });
  });
});
