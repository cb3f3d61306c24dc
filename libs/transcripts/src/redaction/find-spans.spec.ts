import {
  STRICTEST_REDACTION,
  type Language,
  type SensitiveSpan,
  type Transcript,
  type Turn,
  type Word,
} from '#contracts';
import { findSpans } from './find-spans.rules.js';
import { isHidden, maskTranscript } from './mask-transcript.rules.js';

/** Turns from lines like `C:my number is`; A is the agent, C the customer, U an unknown speaker. */
function transcript(language: Language, lines: readonly string[]): Transcript {
  const turns = lines.map((line, index): Turn => {
    const speaker = line.startsWith('A') ? 'agent' : line.startsWith('C') ? 'customer' : 'unknown';
    return { index, speaker, fromMs: index * 10_000, toMs: index * 10_000 + 8_000, text: line.slice(2), words: [] };
  });
  return {
    format: 'shouwen.transcript/1',
    language,
    engine: { name: 't', version: '1', model: 'm' },
    durationMs: 99_000,
    channels: 2,
    turns,
    unreliable: [],
  };
}
function masked(language: Language, ...lines: string[]): string[] {
  const words = transcript(language, lines);
  return maskTranscript(words, findSpans(words), STRICTEST_REDACTION).turns.map(({ text }) => text.replace(/■+/g, '■'));
}
const asGuess = (word: Word): Word => ({ ...word, estimated: true });
const kinds = (language: Language, ...lines: string[]) =>
  findSpans(transcript(language, lines)).map(({ kind, certainty }) => `${kind} ${certainty}`);

describe('numbers as they are said', () => {
  it.each<[Language, string, string]>([
    ['zh', '我的手机号是幺三八零零幺三八零零零', '我的手机号是■'],
    ['zh', '电话138 0013 八零零零，记下了吗', '电话■，记下了吗'],
    ['zh', '一三八，嗯，零洞一三，那个，八零零零', '■'],
    ['zh', '手机一三八两个零一三八三个零', '手机■'],
    ['zh', '身份证１１０１０１１９９００３０７１０９叉', '身份证■'],
    ['zh', '打零二一 六二三四五六七八', '打■'],
    ['en', 'it is four one five, double five five, two six seven one', 'it is ■'],
    ['en', 'call me on 415-555 twenty-six seventy-one okay', 'call me on ■ okay'],
    ['en', 'four one one one triple one one um one one one one quadruple one', '■'],
    ['en', 'my mobile is oh seven seven double oh nine hundred one two three', 'my mobile is ■'],
    ['en', 'I am at plus 49 30 1234 5678 in Berlin', 'I am at plus ■ in Berlin'],
    ['en', 'E for Echo 1234 5678', '■'],
    ['zh', '手机号一百三十八，零零一三，八零零零', '手机号■'],
    ['zh', '幺三八 双零 一三 八零零零', '■'],
    ['zh', '验证码是四千八百二十九', '验证码是■'],
    ['en', 'my number is four one five five five five two thousand and one', 'my number is ■'],
    ['en', 'four hundred fifteen, five five five, two six seven one', '■'],
    ['en', 'my number is 138 one two three four 5678 nine', 'my number is ■'],
  ])('%s: %s', (language, text, shown) => expect(masked(language, `C:${text}`)).toEqual([shown]));

  it('joins a number over turns that only say yes or say it back, also where the speakers are unknown', () => {
    expect(
      masked('zh', 'A:手机号多少', 'C:一三八', 'A:嗯', 'C:零零一三', 'A:零零一三', 'C:八零零零', 'A:好的'),
    ).toEqual(['手机号多少', '■', '嗯', '■', '■', '■', '好的']);
    expect(masked('en', 'U:four one five', 'U:yes', 'U:five five five two six seven one')).toEqual(['■', 'yes', '■']);
  });

  it('hides what is read back and what is put right', () => {
    expect(masked('zh', 'C:我手机号13800138001，不对，是8000', 'A:最后是8000对吧')).toEqual([
      '我手机号■，不对，是■',
      '最后是■对吧',
    ]);
  });

  it('knows a card by Luhn and an identity card by its check character, and neither by one digit that is wrong', () => {
    expect(kinds('en', 'C:4111 1111 1111 1111')).toEqual(['bank_card certain']);
    expect(kinds('en', 'C:4111 1111 1111 1112')).toEqual([]);
    expect(kinds('en', 'C:my card is 4111 1111 1111 1112')).toEqual(['bank_card possible']);
    expect(kinds('zh', 'C:110101199003077715')).toEqual(['identity_card certain']);
    expect(kinds('zh', 'C:订单号110101199003077716')).toEqual([]);
    expect(kinds('zh', 'C:身份证号110101900307771')).toEqual(['identity_card likely']);
  });

  it('takes three digits for a card code only where one was asked for, and not what is asked for after it', () => {
    expect(masked('zh', 'A:卡背面的安全码是多少', 'C:我看看', 'C:七三九', 'A:有效期呢', 'C:有效期零九二七')).toEqual([
      '卡背面的安全码是多少',
      '我看看',
      '■',
      '有效期呢',
      '有效期零九二七',
    ]);
    expect(masked('en', 'A:how many do you want', 'C:seven three nine')).toEqual([
      'how many do you want',
      'seven three nine',
    ]);
  });

  // What is certain is cut out of the stored recording for good.
  it.each<[string, Language, string[], string[]]>([
    ['follows its name', 'zh', ['C:安全码是七三九'], ['card_code certain']],
    ['follows its name', 'en', ['C:my CVV is seven three nine'], ['card_code certain']],
    ['is the answer', 'en', ['A:the security code on the back please', 'C:got it', 'C:739'], ['card_code certain']],
    [
      'is said back',
      'zh',
      ['A:卡背面的安全码是多少', 'C:七三九', 'A:好的，七三九'],
      ['card_code certain', 'card_code certain'],
    ],
    ['comes with other words', 'zh', ['A:安全码是多少', 'C:我这张卡上写的好像有七三九这样'], ['card_code likely']],
    ['was not wanted', 'zh', ['A:安全码您不用告诉我', 'C:七三九'], ['card_code possible']],
    ['was not wanted', 'en', ["A:you don't need to give me the security code", 'C:739'], ['card_code possible']],
    [
      'is part of an e-mail address',
      'zh',
      ['A:安全码不用告诉我，请您报一下邮箱。', 'C:我的邮箱是 zhang.wei88@163.com。'],
      ['email certain'],
    ],
    [
      'is part of an e-mail address',
      'en',
      ['A:forget the security code, what is your email?', 'C:my email is zhang.wei88@163.com'],
      ['email certain'],
    ],
    // An amount that is taken for a code is shown to a person before anything is cut.
    ['is said as an amount', 'zh', ['A:安全码是多少', 'C:七百三十九'], ['card_code likely']],
    [
      'is said as an amount',
      'en',
      ['A:and the security code?', 'C:it is seven hundred thirty nine'],
      ['card_code likely'],
    ],
    ['is an order', 'zh', ['A:我们不会问安全码，请报订单号', 'C:订单号7391'], []],
    ['is an amount', 'en', ['A:never share your security code', 'C:and the bill was $739'], []],
  ])('is sure of a card code only where its name or question goes before it: it %s, %s', (_, language, lines, found) =>
    expect(kinds(language, ...lines)).toEqual(found),
  );

  it.each([
    ['A:what is your social security number', 'C:it is 123-45-6789', 'identity_card certain'],
    ['A:can I have your full social', 'C:one two three four five six seven eight nine', 'identity_card certain'],
    ['A:and the last four of your social', 'C:6789', 'identity_card likely'],
    ['A:how can I help', 'C:123-45-6789', 'identity_card likely'],
    ['A:your social security number please', 'C:000-12-3456', 'identity_card possible'],
  ])('knows a social security number: %s / %s', (asked, said, found) =>
    expect(kinds('en', asked, said)).toEqual([found]),
  );

  it.each([
    ['C:My social security number is 536-22-8145, and the invoice was wrong.', 'identity_card certain'],
    ['C:my social security number is 536 22 8145', 'identity_card certain'],
    ['C:the last four of my social security number are 6789', 'identity_card likely'],
    ['C:the security number on the back is 739', 'card_code certain'],
  ])('does not take it for the code of a card when it is said in one breath: %s', (said, found) =>
    expect(kinds('en', 'A:how can I help', said)).toEqual([found]),
  );

  it.each<[Language, string]>([
    ['zh', '订单号是20261124138000，一共1280元，2026年11月24日下午3点30分'],
    ['zh', '快递单号SF1234567890123，分机8021，热线400 820 8820'],
    ['zh', '等了三四十分钟，买了两百三十五个，第一次，一千二百块'],
    ['en', 'order 20261124138 was $1,280.50 on November 24 2026 at 10:30'],
    ['en', 'call 1-800-555-0199, extension 8021, flight BA1234, 25 items for 300 dollars'],
    ['zh', '我打了三次电话，等了一百二十分钟，扣了两千五，利率百分之五'],
    ['zh', '密码改过两次，一共花了三百，后来又交了一百二'],
    [
      'en',
      'I called two times, waited two hundred minutes and paid one thousand two hundred and fifty for three hundred and twenty items',
    ],
    ['en', 'in twenty nineteen it cost me two hundred, and we had two thousand customers'],
    ['en', 'two or three people on the road at the end of the day dot dot dot'],
  ])('leaves alone what only looks like it, %s: %s', (language, text) =>
    expect(masked(language, `C:${text}`)).toEqual([text]),
  );
});

describe('addresses and e-mail', () => {
  it.each<[Language, string, string]>([
    ['zh', '我住在北京市朝阳区建国路88号3号楼2单元501室，谢谢', '我住在■，谢谢'],
    ['en', 'I live at 221 Baker Street, London NW1 6XE thanks', 'I live at ■ thanks'],
    ['zh', '邮箱是zhang三 艾特 一六三点com', '邮箱是■'],
    ['zh', '发到 l i n a 87 圈a qq 点com 吧', '发到 ■ 吧'],
    ['en', 'my email is john dot smith at example dot co dot uk okay', 'my email is ■ okay'],
    ['en', 'write to foo.bar+x@example.com please', 'write to ■ please'],
  ])('%s: %s', (language, text, shown) => expect(masked(language, `C:${text}`)).toEqual([shown]));

  it('hides the answer to “what is your address”, and no refusal of it', () => {
    expect(masked('zh', 'A:您的收货地址是？', 'C:西湖区三墩镇政府旁边')[1]).toBe('■');
    expect(masked('zh', 'A:您的收货地址是？', 'C:这个不方便说')[1]).toBe('这个不方便说');
  });
});

describe('masking', () => {
  const words: Transcript = transcript('en', ['C:it is 4155552671 okay']);
  words.turns[0]!.words = [
    { text: 'it', fromMs: 0, toMs: 300, fromChar: 0, toChar: 2, confidence: 1 },
    { text: 'is', fromMs: 300, toMs: 600, fromChar: 3, toChar: 5, confidence: 1 },
    { text: '41555', fromMs: 1_000, toMs: 2_000, fromChar: 6, toChar: 11, confidence: 0.9 },
    { text: '52671', fromMs: 2_000, toMs: 3_000, fromChar: 11, toChar: 16, confidence: 0.9 },
    { text: 'okay', fromMs: 4_000, toMs: 4_500, fromChar: 17, toChar: 21, confidence: 1 },
  ];

  it('keeps every length and place, joins the hidden words, and takes the times from the words', () => {
    const [span] = findSpans(words) as [SensitiveSpan];
    expect(span).toMatchObject({ fromChar: 6, toChar: 16, fromMs: 880, toMs: 3_120 });
    const turn = maskTranscript(words, [span], STRICTEST_REDACTION).turns[0]!;
    expect(turn.text).toBe(`it is ${'■'.repeat(10)} okay`);
    expect(turn.words[2]).toEqual({
      text: '■'.repeat(10),
      fromMs: 1_000,
      toMs: 3_000,
      fromChar: 6,
      toChar: 16,
      confidence: null,
    });
    expect(turn.words.map(({ text }) => text)).toEqual(['it', 'is', '■'.repeat(10), 'okay']);
  });

  it('takes a wide stretch of the turn where words have no times', () => {
    const [span] = findSpans(transcript('en', ['C:please call me back on 415 555 2671'])) as [SensitiveSpan];
    expect(span.fromMs).toBeLessThan(4_000);
    expect(span.toMs).toBe(8_000);
  });

  it('takes a wide stretch, too, where the times of words are guesses, and stays within the turn', () => {
    const guessed = { ...words, turns: words.turns.map((turn) => ({ ...turn, words: turn.words.map(asGuess) })) };
    const [span] = findSpans(guessed) as [SensitiveSpan];
    expect(span).toMatchObject({ fromChar: 6, toChar: 16, fromMs: 0, toMs: 5_000 });
  });

  it('hides card codes in the trial too, and nothing else', () => {
    const trial = { mode: 'highlight', kinds: [] } as const;
    expect(isHidden({ kind: 'card_code' }, trial)).toBe(true);
    expect(maskTranscript(words, findSpans(words), trial)).toBe(words);
  });

  /** How often anything of a transcript is read. */
  const readsOf = (of: Transcript, look: (counted: Transcript) => void): number => {
    let reads = 0;
    const counting = <T extends object>(value: T): T =>
      new Proxy(value, {
        get(target, key) {
          reads += 1;
          const found: unknown = Reflect.get(target, key);
          return typeof found === 'object' && found !== null ? counting(found) : found;
        },
      });
    look(counting(of));
    return reads;
  };

  it('reads no more of each word in a turn that holds many', () => {
    const reads = (addresses: number) => {
      const long = transcript('en', [`C:${'a1@b.cn '.repeat(addresses)}`]);
      long.turns[0]!.words = Array.from({ length: addresses }, (_, at) => {
        return { text: 'a1@b.cn', fromMs: at, toMs: at + 1, fromChar: at * 8, toChar: at * 8 + 7, confidence: 1 };
      });
      return readsOf(long, (counted) => void maskTranscript(counted, findSpans(counted), STRICTEST_REDACTION));
    };
    // Halving reads a little more of each: 16 times as many words, at most 32 times the reading.
    expect(reads(8_000)).toBeLessThan(reads(500) * 32);
  });

  it('reads no more of each turn in a call that holds many', () => {
    const long = (turns: number) =>
      transcript(
        'zh',
        Array.from({ length: turns }, (_, at) => `${at % 2 ? 'A' : 'C'}:${'一二三 4 5 '.repeat(4)}`),
      );
    const reads = (turns: number) => readsOf(long(turns), (counted) => void findSpans(counted));
    expect(reads(1_600)).toBeLessThan(reads(100) * 32);
  });
});
