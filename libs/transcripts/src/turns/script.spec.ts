import { inSimplified, withChineseMarks } from './script.rules.js';

describe('what was heard in Mandarin', () => {
  it('is written in simplified characters', () => {
    expect(inSimplified('請問您的銀行卡號是多少，VIP')).toBe('请问您的银行卡号是多少，VIP');
    expect(inSimplified('已经是简体')).toBe('已经是简体');
  });

  it('has Chinese punctuation after Han characters, and numbers keep theirs', () => {
    expect(withChineseMarks('您好,请问?3.5元,是吗!VIP, OK.')).toBe('您好，请问？3.5元，是吗！VIP, OK.');
  });
});
