import { type Hearing, judgeReliability } from './reliability.rules.js';

function judge(change: Partial<Hearing> & { confidences?: (number | null)[] }) {
  const words = (change.confidences ?? [0.9, 0.8, 0.7]).map((confidence, at) => ({
    text: 'word',
    fromMs: at,
    toMs: at,
    confidence,
  }));
  return judgeReliability({ recordedSampleRate: 16_000, engineSampleRate: 16_000, speechMs: 3_000, words, ...change });
}

describe('a transcript', () => {
  it('may be relied on when nothing speaks against it', () => {
    expect(judge({})).toEqual([]);
    expect(judge({ confidences: [null, null] })).toEqual([]);
  });

  it('may not when the engine was trained on better sound', () => {
    expect(judge({ recordedSampleRate: 8_000 })).toEqual(['sample_rate_below_engine']);
  });

  it('may not when the engine was mostly guessing', () => {
    expect(judge({ confidences: [0.1, 0.2, 0.9, 0.9] })).toEqual([]);
    expect(judge({ confidences: [0.1, 0.2, 0.3, 0.9] })).toEqual(['low_confidence']);
  });

  it('may not when people spoke and hardly a word came out', () => {
    expect(judge({ speechMs: 60_000 })).toEqual(['speech_without_words']);
    expect(judge({ speechMs: 1_000, confidences: [] })).toEqual([]);
  });
});
