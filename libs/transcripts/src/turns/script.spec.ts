import { inSimplified, withChineseMarks, writerFor, writtenTogether } from './script.rules.js';

describe('what was heard in Mandarin', () => {
  it('is written in simplified characters', () => {
    expect(inSimplified('請問您的銀行卡號是多少，VIP')).toBe('请问您的银行卡号是多少，VIP');
    expect(inSimplified('已经是简体')).toBe('已经是简体');
  });

  it.each([
    ['我們會盡快回覆您', '我们会尽快回复您'],
    ['请您回覆我', '请您回复我'],
    ['给您答覆，请覆核', '给您答复，请复核'],
    ['覆蓋，反覆，颠覆，翻来覆去', '覆盖，反复，颠覆，翻来覆去'],
    ['别著急，等著，拿著手機', '别着急，等着，拿着手机'],
    ['著名的著作，显著，原著', '著名的著作，显著，原著'],
    ['乾淨，幹部，若干，乾隆，餅乾', '干净，干部，若干，乾隆，饼干'],
    ['裡面，裏面，公里', '里面，里面，公里'],
    ['以後，後天，皇后，太后', '以后，后天，皇后，太后'],
    ['妳好，祇有這個', '你好，只有这个'],
  ])('is right where one character stands for several: %s', (heard, written) => {
    expect(inSimplified(heard)).toBe(written);
    // A recogniser gives words, and a phrase may be two of them.
    const words = writtenTogether(
      [...heard].map((word) => ({ word })),
      writerFor('zh'),
    );
    expect(words.map(({ word }) => word).join('')).toBe(written);
  });

  it('has Chinese punctuation after Han characters, and numbers keep theirs', () => {
    expect(withChineseMarks('您好,请问?3.5元,是吗!VIP, OK.')).toBe('您好，请问？3.5元，是吗！VIP, OK.');
  });
});
