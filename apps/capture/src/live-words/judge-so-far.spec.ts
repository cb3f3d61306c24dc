import { type Turn } from '#contracts';
import { NEUTRAL_PROFILE } from '#quality';
import { spokenSamples } from '../../../../tools/samples/sounds.js';
import { scorePartialTranscript } from './judge-so-far.js';

const judge = scorePartialTranscript(NEUTRAL_PROFILE);
const BY_MS = 20_000;

/** How a sample is greeted by the words of its beginning, each heard so surely. */
function greeting(id: string, confidence: number) {
  const { sample, turns } = spokenSamples().find((one) => one.sample.id === id)!;
  const heard = turns
    .filter(({ fromMs }) => fromMs < BY_MS)
    .map(({ speaker, fromMs, toMs, text }, index): Turn => {
      const parts = [...text.matchAll(sample.language === 'zh' ? /./gu : /\S+/g)];
      const each = (toMs - fromMs) / parts.length;
      const words = parts.map(({ 0: word, index: fromChar }, at) => ({
        ...{ text: word, confidence, fromChar, toChar: fromChar + word.length },
        ...{ fromMs: Math.round(fromMs + at * each), toMs: Math.round(fromMs + (at + 1) * each) },
      }));
      return { index, speaker, fromMs, toMs, text, words };
    });
  return judge(heard, sample.language).find(({ itemId }) => itemId === 'greeting.salutation')?.outcome;
}

describe('the words of a call so far', () => {
  it.each(['zh-no-greeting', 'en-no-greeting'])('of a call without a greeting show that there was none: %s', (id) => {
    expect(greeting(id, 0.9)).toBe('not_met');
  });

  it.each(['zh-no-greeting', 'en-no-greeting'])('say nothing of it where they are guessed: %s', (id) => {
    expect(greeting(id, 0.3)).toBe('insufficient');
  });

  it.each(['zh-model', 'en-model'])('of a call with one show it: %s', (id) => {
    expect(greeting(id, 0.9)).toBe('met');
  });
});
