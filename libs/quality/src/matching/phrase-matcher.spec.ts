import fc from 'fast-check';
import { PhraseMatcher, type PhraseEntry } from './phrase-matcher.rules.js';
import { isDegraded, type Wear } from './degraded-words.rules.js';

const classes = {
  numbers: ['two', 'twenty', 'three', '二', '三', '十'],
  negators: ['not', 'never', 'no', '不', '没'],
  notNames: ['how', 'the', 'sorry', '说'],
};

const entry = (name: string, phrases: string[], rest: Partial<PhraseEntry> = {}): PhraseEntry => ({
  name,
  phrases,
  forgive: 'words',
  negation: 'ignore',
  ...rest,
});

const found = (entries: PhraseEntry[], text: string): [string, string][] =>
  new PhraseMatcher(entries, classes).match(text).map((m) => [m.entry, text.slice(m.fromChar, m.toChar)]);

describe('phrase matcher', () => {
  it.each([
    ['24小时内(回复|答复)', '二十四小时内答复您', '二十四小时内答复'],
    ['二十四小时内', '我们24小时内回电', '24小时内'],
    ['(三|五)个工作日', '3个工作日', '3个工作日'],
    ['拨打95588', '请拨打九五五八八', '拨打九五五八八'],
    ['工号3068', '工号三零六八', '工号三零六八'],
    ['within three to five days', 'it is within 3 to 5 days', 'within 3 to 5 days'],
    ['room 2019', 'room twenty nineteen', 'room twenty nineteen'],
    ['(24|48) hours', 'forty-eight hours', 'forty-eight hours'],
    ['费率百分之五', '费率5%', '费率5'],
    ['five percent off', 'now 5% off', '5% off'],
  ])('hears the numbers of “%s” however they are written: %s', (phrase, text, expected) =>
    expect(found([entry('number', [phrase], { forgive: 'nothing' })], text)).toEqual([['number', expected]]),
  );

  it('takes no number for another, and no word for a number', () => {
    const entries = [entry('number', ['拨打95588', '等一下']), entry('en', ['extension 30685'])];
    expect(found(entries, '请拨打95589，extension 30686，等1下')).toEqual([]);
  });

  it('finds exactly what a naive search finds, when nothing is forgiven', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta'];
    const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
    const text = fc.array(fc.constantFrom(...words, 'zebra'), { maxLength: 25 });
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 6, selector: (p) => p.join(' ') }), text, (phrases, spoken) => {
        const entries = phrases.map((p, i) => entry(String(i), [p.join(' ')], { forgive: 'nothing' }));
        const naive = phrases.flatMap((p, i) =>
          spoken.flatMap((_, start) => (p.every((w, k) => spoken[start + k] === w) ? [`${i}:${p.join(' ')}`] : [])),
        );
        const got = found(entries, spoken.join(' ')).map(([name, words]) => `${name}:${words}`);
        expect(got.sort()).toEqual(naive.sort());
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('finds every pair of words over a gap, however many phrases share them', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta'];
    const pairs = words.flatMap((a) => words.map((b) => [a, b] as const));
    const entries = pairs.map(([a, b]) => entry(`${a} ${b}`, [`${a} ... ${b}`], { forgive: 'nothing' }));
    const matcher = new PhraseMatcher(entries, classes);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, 'zebra'), { maxLength: 12 }), (spoken) => {
        const naive = pairs.flatMap(([a, b]) =>
          spoken.flatMap((word, from) => {
            const to = word === a ? spoken.findIndex((other, at) => at > from && other === b) : -1;
            return to > from && to - from <= 7 ? [`${a} ${b}:${spoken.slice(from, to + 1).join(' ')}`] : [];
          }),
        );
        const text = spoken.join(' ');
        const got = matcher.match(text).map((m) => `${m.entry}:${text.slice(m.fromChar, m.toChar)}`);
        expect(got.sort()).toEqual(naive.sort());
      }),
      { seed: 43, numRuns: 200 },
    );
  });

  it('keeps overlapping phrases, in Mandarin and in English', () => {
    expect(found([entry('a', ['很高兴为您']), entry('b', ['为您服务'])], '您好很高兴为您服务')).toEqual([
      ['a', '很高兴为您'],
      ['b', '为您服务'],
    ]);
    expect(found([entry('a', ['have a nice']), entry('b', ['nice day'])], 'have a nice day')).toHaveLength(2);
  });

  it('forgives characters that sound alike, but not in a short phrase', () => {
    expect(found([entry('offer', ['很高兴为您服务'])], '很高心为您服务')).toHaveLength(1);
    expect(found([entry('hi', ['您好'])], '您号')).toHaveLength(0);
  });

  it('forgives one wrong word in a long English phrase, in either half', () => {
    const entries = [entry('offer', ['how may i help you'])];
    for (const heard of ['how may i hope you', 'who may i help you', 'how may help you', 'how may i please help you']) {
      expect(found(entries, `good morning ${heard} today`)).toHaveLength(1);
    }
    expect(found(entries, 'how did he help you')).toHaveLength(0);
  });

  it('forgives one letter in a long word, not in a short one', () => {
    expect(found([entry('a', ['good afternoon'])], 'good afternon')).toHaveLength(1);
    expect(found([entry('a', ['call back'])], 'tall back')).toHaveLength(0);
  });

  it('forgives nothing where the lexicon says exact', () => {
    expect(found([entry('a', ['how may i help you'], { forgive: 'nothing' })], 'how may i hope you')).toHaveLength(0);
    expect(found([entry('a', ['很高兴为您服务'], { forgive: 'nothing' })], '很高心为您服务')).toHaveLength(0);
  });

  it('forgives a whole word only where the lexicon says so', () => {
    const sounds = [entry('a', ['how may i help you'], { forgive: 'sounds' })];
    expect(found(sounds, 'how may i hope you')).toHaveLength(0);
    expect(found(sounds, 'how may i help you')).toHaveLength(1);
  });

  it('never edits a negation in', () => {
    expect(found([entry('a', ['i can help you'])], "i can't help you")).toHaveLength(0);
  });

  it('drops negated matches only where the entry asks, and not across a sentence', () => {
    const strict = [entry('a', ['arranged it', '安排好了'], { negation: 'reject' })];
    expect(found(strict, 'i have not yet arranged it')).toHaveLength(0);
    expect(found(strict, '还没有安排好了')).toHaveLength(0);
    expect(found(strict, 'I did not know. Arranged it now.')).toHaveLength(1);
    expect(found([entry('a', ['arranged it'])], 'i have not arranged it')).toHaveLength(1);
  });

  it('reads choices, gaps, numbers and names', () => {
    const entries = [
      entry('late', ['within <n> (hours|days)', '<n>个工作日']),
      entry('name', ['my name is <name>']),
      entry('sorry', ['sorry ... inconvenience']),
    ];
    expect(found(entries, "within twenty three hours i'm sorry for all the inconvenience my name is sarah")).toEqual([
      ['late', 'within twenty three hours'],
      ['sorry', 'sorry for all the inconvenience'],
      ['name', 'my name is sarah'],
    ]);
    expect(found(entries, '三个工作日')).toEqual([['late', '三个工作日']]);
    expect(found(entries, 'my name is how')).toEqual([]);
    expect(found(entries, 'sorry. No inconvenience')).toEqual([]);
    expect(found(entries, 'within hours')).toEqual([]);
  });

  it.each([
    ['got your .. <n>', 'got your order number twenty three today', 'got your order number twenty three'],
    ['got your .. <n>', 'got your three today', 'got your three'],
    ['<n> .. percent off', 'now twenty three whole percent off', 'twenty three whole percent off'],
    ['up to <n> .. days', 'up to three working days', 'up to three working days'],
    ['<name> <n> calls', 'sarah three calls', 'sarah three calls'],
  ])('fills gaps of different kinds in their order: “%s” in %s', (phrase, text, expected) =>
    expect(found([entry('a', [phrase])], text)).toEqual([['a', expected]]),
  );

  it.each([
    ['got your .. <n>', 'got your order number today'],
    ['got your .. <n>', 'got your order. twenty three people'],
    ['<n> .. percent off', 'a whole percent off'],
    ['up to <n> .. days', 'up to working days'],
    ['<name> <n> calls', 'three sarah calls'],
  ])('and not where one of them is missing: “%s” in %s', (phrase, text) =>
    expect(found([entry('a', [phrase])], text)).toEqual([]),
  );

  it('points at the words of the text, through contractions, case and punctuation', () => {
    expect(found([entry('a', ['i will call you'])], "Well, I'll CALL you!")).toEqual([['a', "I'll CALL you"]]);
  });

  it('names the phrase that it cannot read', () => {
    expect(() => found([entry('a', ['how (can|may'])], '')).toThrow('how (can|may');
    expect(() => found([entry('a', ['<n> ...'])], '')).toThrow('without any literal text');
  });

  it('takes short phrases by sound only when it is told to, and never where nothing is forgiven', () => {
    const entries = [
      entry('late', ['延误', '没到账'], { forgive: 'sounds' }),
      entry('no', ['蠢货'], { forgive: 'nothing' }),
    ];
    const matcher = new PhraseMatcher(entries, classes);
    const heard = (text: string, bySound: boolean): string[] =>
      matcher.match(text, { bySound }).map((m) => text.slice(m.fromChar, m.toChar));
    expect(heard('航班延物了', false)).toEqual([]);
    expect(heard('航班延物了钱没道账', true)).toEqual(['延物', '没道账']);
    expect(heard('航班盐物', true)).toEqual([]);
    expect(heard('春货蠢火', true)).toEqual([]);
  });

  it('tells how worn words are: what is known by sound only, of what is known', () => {
    const matcher = new PhraseMatcher([entry('a', ['很高兴为您服务', '高兴'])], classes);
    const wear = (text: string): Wear => {
      const told = { known: 0, bySound: 0 };
      matcher.match(text, { wear: told });
      return told;
    };
    expect(wear('很高兴为您服务')).toEqual({ known: 7, bySound: 0 });
    expect(wear('很高性为您服雾')).toEqual({ known: 7, bySound: 2 });
    expect(wear('天气预报')).toEqual({ known: 0, bySound: 0 });
    expect([
      isDegraded({ known: 40, bySound: 3 }),
      isDegraded({ known: 100, bySound: 3 }),
      isDegraded({ known: 7, bySound: 2 }),
    ]).toEqual([true, false, false]);
  });
});
