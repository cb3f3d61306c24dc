import { type Evidence, type Turn } from '#contracts';
import { withoutSensitive } from './hidden-words.rules.js';
import { hintsOf, type SoFar } from './word-hints.rules.js';

const turn = (text: string, index = 0): Turn => ({
  ...{ index, speaker: 'customer', text, fromMs: index * 1000, toMs: index * 1000 + 900, words: [] },
});

describe('words of a call that goes on, as they leave the process that heard them', () => {
  it.each([
    ['zh', '我的卡号是6222021234567890123', /6222|7890/],
    ['zh', '手机一三八零零一三八零零零', /一三八/],
    ['en', 'my card starts with four one one one', /four one/],
    ['en', 'it is 4111 and then', /4111/],
  ] as const)('hide longer rows of digits, written or said (%s: %s)', (language, text, digits) => {
    const told = withoutSensitive([turn(text)], language);
    expect(told).not.toMatch(digits);
    expect(told).toContain('■');
    expect(told).toHaveLength(text.length);
  });

  it('hide what turns say together, and leave other words as they are', () => {
    expect(withoutSensitive([turn('我的身份证号是110101'), turn('19900307', 1)], 'zh')).not.toContain('1990');
    expect(withoutSensitive([turn('我想问一下三千块的退款')], 'zh')).toBe('我想问一下三千块的退款');
    expect(withoutSensitive([turn('one of the two parcels is late')], 'en')).toBe('one of the two parcels is late');
  });
});

describe('numbers that are said in several breaths', () => {
  const asTold = (texts: readonly string[], language: 'zh' | 'en') =>
    texts.map((_, i) =>
      withoutSensitive(
        texts.slice(0, i + 1).map((text, index) => turn(text, index)),
        language,
      ),
    );

  it('are hidden in each of them, though each has few digits', () => {
    for (const texts of [
      ['六二', '二二', '零二'],
      ['嗯，62', '22，', '02'],
      ['我的卡号是六二二', '然后是二零', '再后面是二一'],
    ])
      expect(asTold(texts, 'zh').join('')).not.toMatch(/[0-9零二六]/u);
    expect(asTold(['uh, double four', 'one one', 'and then six'], 'en')).toEqual([
      'uh, ■■■■■■ ■■■■',
      '■■■ ■■■',
      'and then ■■■',
    ]);
    expect(asTold(['my number is one three eight', 'and zero zero at the end'], 'en').join(' ')).not.toMatch(
      /one|zero/,
    );
  });

  it('leave an answer that is no number as it is', () => {
    expect(asTold(['两件都没有收到', '一样的', '有一个坏了'], 'zh')).toEqual([
      '两件都没有收到',
      '一样的',
      '有一个坏了',
    ]);
    expect(asTold(['yes, it is', 'one of them'], 'en')).toEqual(['yes, it is', 'one of them']);
  });
});

describe('hints from words', () => {
  const said = (itemId: string, outcome: 'met' | 'not_met' | 'insufficient', at?: number): SoFar['items'][number] => ({
    ...{ itemId, outcome, confidence: 0.9 },
    evidence: at === undefined ? [] : [{ kind: 'words', turn: at } as Evidence],
  });
  const now = (items: SoFar['items'], over: Partial<SoFar> = {}): SoFar => ({
    ...{ items, fresh: new Set([3]), agentHeardMs: 16_000, understood: true, ...over },
  });
  const none = new Set<never>();

  it('miss a greeting after fifteen seconds, where all of the beginning was understood, and once', () => {
    const items = [said('greeting.salutation', 'not_met')];
    expect(hintsOf(now(items), none)).toEqual(['no_greeting']);
    expect(hintsOf(now(items), new Set(['no_greeting']))).toEqual([]);
    expect(hintsOf(now(items, { agentHeardMs: 14_000 }), none)).toEqual([]);
    expect(hintsOf(now(items, { understood: false }), none)).toEqual([]);
    expect(hintsOf(now([said('greeting.salutation', 'insufficient')]), none)).toEqual([]);
  });

  it('tell of a promise, and of words that are not allowed, as they are said and not again', () => {
    expect(hintsOf(now([said('ownership.promise_has_time', 'not_met', 3)]), none)).toEqual(['promise_time']);
    expect(hintsOf(now([said('ownership.promise_has_time', 'met', 3)]), none)).toEqual(['promise_noted']);
    expect(hintsOf(now([said('conduct.no_prohibited', 'not_met', 3)]), none)).toEqual(['remark']);
    expect(hintsOf(now([said('conduct.no_prohibited', 'not_met', 2)]), none)).toEqual([]);
    expect(hintsOf(now([said('conduct.no_prohibited', 'insufficient', 3)]), none)).toEqual([]);
    const guessed = { ...said('conduct.no_prohibited', 'not_met', 3), confidence: 0.5 };
    expect(hintsOf(now([guessed]), none)).toEqual([]);
  });
});
