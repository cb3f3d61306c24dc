import { type EngineFailure } from './engines/index.js';
import { afterFailure } from './fall-back.rules.js';
import { heardLanguage } from './engines/hear-channels.js';

const failure = (code: string): EngineFailure => ({ fault: 'vendor', code, detail: '' }) as EngineFailure;

describe('after an engine gave no words', () => {
  it.each<[string, boolean, boolean, string]>([
    ['engine_unreachable', false, true, 'try_again_later'],
    ['engine_unreachable', true, true, 'next_engine'],
    ['engine_unreachable', true, false, 'give_up'],
    ['engine_crashed', false, false, 'try_again_later'],
    ['engine_refused', false, true, 'next_engine'],
    ['engine_refused', false, false, 'give_up'],
    ['engine_missing', false, true, 'next_engine'],
    ['audio_cut_short', true, true, 'give_up'],
    ['words_refused', true, true, 'give_up'],
    ['aborted', false, true, 'give_up'],
  ])('for %s (last try: %s, others: %s) comes %s', (code, lastTry, more, next) => {
    expect(afterFailure(failure(code), { lastTry, more })).toBe(next);
  });
});

describe('the language that was heard', () => {
  const said = (language: string | undefined, ms: number) => ({
    ...{ text: 'x', fromMs: 0, toMs: ms, confidence: null },
    ...(language && { language }),
  });
  it('is clear from enough words, most of them in it', () => {
    expect(heardLanguage([said('zh', 9_000), said('en', 2_000)])).toBe('zh');
    expect(heardLanguage([said('zh', 9_000), said('en', 3_000)])).toBeNull();
    expect(heardLanguage([said('zh', 9_000)])).toBeNull();
    expect(heardLanguage([said(undefined, 60_000)])).toBeNull();
  });
});
