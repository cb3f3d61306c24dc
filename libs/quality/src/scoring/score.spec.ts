import { type CallMeasures, itemResultSchema, type Transcript } from '#contracts';
import { buildTranscript, rulebook, scoreCall, UNKNOWN_FACTS } from './call.fixture.js';
import { prepareScorer, score } from './score.rules.js';

const CALL = [
  'A: good morning green grain bank my name is sarah how may i help you',
  'C: my card is broken and nobody answered my order number is four five six seven',
  'A: i am so sorry to hear that four five six seven is that correct',
  'C: yes that is right',
  'A: i have ordered a new card someone will call you tomorrow by three',
  'C: great',
  'A: is there anything else i can help you with',
  'C: no that is all thank you',
  'A: thank you for calling good bye',
];

/** Items that never rest on words. */
const FACTS_ONLY = ['answer.three_rings', 'closing.customer_hangs_up_first', 'transfer.briefed'];

const reasons = (rest: Partial<Transcript>, lines = CALL): Set<string> => {
  const { items } = scoreCall(
    lines,
    { ringSeconds: 3, hangupParty: 'customer', transfer: 'warm', consulted: true },
    rest,
  );
  for (const { itemId, outcome } of items.filter((item) => FACTS_ONLY.includes(item.itemId))) {
    expect([itemId, outcome]).toEqual([itemId, 'met']);
  }
  return new Set(
    items.filter((item) => !FACTS_ONLY.includes(item.itemId)).map((item) => `${item.outcome} ${item.reason}`),
  );
};

describe('abstention', () => {
  it('judges no words that cannot be relied on, and still judges facts', () => {
    expect(reasons({ unreliable: ['sample_rate_below_engine'] })).toEqual(new Set(['insufficient words_unreliable']));
  });

  it('judges no agent when speakers are unknown', () => {
    const lines = CALL.map((line) => `?${line.slice(1)}`);
    expect(reasons({ channels: 1 }, lines)).toEqual(new Set(['insufficient speakers_unknown']));
  });

  it('judges no agent while two are told apart and it is not sure who of them is the agent', () => {
    const { turns } = buildTranscript(CALL);
    const labelled = turns.map((turn) => ({
      ...turn,
      speaker: 'unknown' as const,
      label: turn.speaker === 'agent' ? 'SPEAKER_00' : 'SPEAKER_01',
    }));
    expect(reasons({ channels: 1, turns: labelled })).toEqual(new Set(['insufficient speakers_unnamed']));
  });

  it('judges no words where one side was not recorded, and words of both where both are on the other channel', () => {
    const outcomes = (lines: string[]) => {
      const measures: CallMeasures = {
        ...{ format: 'shouwen.measures/1', detector: 'spec', durationMs: 36_000, sides: null },
        ...{ sidesUnknown: 'one_way', silences: null, longestSilence: null, talkOver: null },
      };
      const call = { transcript: buildTranscript(lines), transcriptVersion: 1, facts: UNKNOWN_FACTS, measures };
      return prepareScorer(rulebook)(call).items.map(({ reason }) => reason);
    };
    expect(outcomes(CALL.filter((line) => line.startsWith('A')))).toContain('one_side_missing');
    expect(outcomes(CALL)).not.toContain('one_side_missing');
  });

  it('judges nothing from hardly any words, or without a word of the agent', () => {
    expect(reasons({}, ['A: hello', 'C: hello hello'])).toEqual(new Set(['insufficient too_few_words']));
    expect(
      reasons(
        {},
        CALL.filter((line) => line.startsWith('C')),
      ),
    ).toEqual(new Set(['insufficient too_few_words']));
    expect(reasons({}, [])).toEqual(new Set(['insufficient too_few_words']));
  });

  /** Outcome and reason of an item, where the words of one turn were heard with these confidences and all others well. Chinese words are characters. */
  function heardWith(itemId: string, lines: readonly string[], turn: number, confidences: readonly number[]): string {
    const { turns } = buildTranscript(lines);
    const words = [...turns[turn]!.text.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)].map(
      ({ index, 0: text }, at) => {
        const place = { fromMs: at * 200, toMs: at * 200 + 200, fromChar: index, toChar: index + text.length };
        return { text, ...place, confidence: confidences[at] ?? 0.99 };
      },
    );
    const { items } = scoreCall(lines, {}, { turns: turns.with(turn, { ...turns[turn]!, words }) });
    const { outcome, reason } = items.find((item) => item.itemId === itemId)!;
    return `${outcome} ${reason}`;
  }

  it('misses nothing in an opening of which much was not understood', () => {
    const lines = ["A: i'm not a self chair speaking how can i help you", ...CALL.slice(1)];
    const company = (sure: number[]) => heardWith('greeting.company', lines, 0, sure);
    expect(company([0.23, 0.2, 0.66, 0.36, 0.43, 0.5])).toBe('insufficient words_unreliable');
    expect(company([])).toBe('not_met null');
  });

  it('misses no goodbye where unsure words sound like one', () => {
    const lines = [
      ...['A: 您好青禾银行请问有什么可以帮您', 'C: 我想问一下信用卡的年费是怎么收的', 'A: 每年一百元满六次免'],
      ...['C: 好的没有别的了', 'A: 好多血来电载回'],
    ];
    const goodbye = (sure: number[]) => heardWith('closing.farewell', lines, 4, sure);
    expect(goodbye([0.95, 1, 0.69, 0.61, 0.62, 0.61, 0.7])).toBe('insufficient words_unreliable');
    expect(goodbye([])).toBe('not_met null');
    const other = lines.with(4, 'A: 好多血来电吃饭');
    expect(heardWith('closing.farewell', other, 4, [0.95, 1, 0.69, 0.61, 0.62, 0.61, 0.7])).toBe('not_met null');
  });

  it('takes what is written as it is said for no goodbye, however it sounds, nor what is half sure', () => {
    const lines = [
      ...['A: 喂什么事', 'C: 我想把上个月买的保险退了', 'A: 合同里写着呢你自己没看'],
      ...['C: 那我找你们经理', 'A: 找经理也是一样的'],
    ];
    const goodbye = (sure: number[]) => heardWith('closing.farewell', lines, 4, sure);
    expect(goodbye([0.8, 0.7, 0.7, 0.95, 0.95, 0.95, 0.95, 0.95])).toBe('not_met null');
    const within = lines.with(4, 'A: 找金里也是一样的');
    expect(heardWith('closing.farewell', within, 4, [0.5, 0.6, 0.6, 0.99, 0.99, 0.87, 1, 1])).toBe('not_met null');
    const half = lines.with(4, 'A: 好多血来电载回');
    expect(heardWith('closing.farewell', half, 4, [0.95, 1, 0.9, 0.9, 0.9, 0.5, 0.95])).toBe('not_met null');
  });

  it('misses no question in a turn that was guessed at, though no word of it is doubtful for itself', () => {
    const lines = [
      ...['A: 您好青禾银行请问有什么可以帮您', 'C: 我想问一下信用卡的年费是怎么收的', 'A: 每年一百元满六次免'],
      ...['A: 是他还有要沟通的没有', 'C: 好的', 'A: 感谢您的来电再见'],
    ];
    const asked = (sure: number[]) => heardWith('closing.further_help', lines, 3, sure);
    expect(asked([0.4, 0.6, 0.6, 0.6, 0.5, 0.6, 0.9, 0.9, 0.5, 0.5])).toBe('insufficient words_unreliable');
    expect(asked([0.7, 0.8, 0.8, 0.8, 0.8, 0.8, 0.9, 0.9, 0.8, 0.8])).toBe('not_met null');
  });

  it('misses no answer to trouble in words that were not understood, though the trouble was', () => {
    const lines = [
      ...['A: 您好青禾银行请问有什么可以帮您', 'C: 你们又把我的卡给停了，我气死了，要投诉你们'],
      ...['A: 拜饭了让您着饥了', 'C: 快点给我解决', 'A: 已经恢复使用了再见'],
    ];
    const acknowledged = (sure: number[]) => heardWith('empathy.acknowledgement', lines, 2, sure);
    expect(acknowledged([0.3, 0.2, 0.6, 0.4, 0.5, 0.6, 0.3, 0.6])).toBe('insufficient words_unreliable');
    expect(acknowledged([])).toBe('not_met null');
  });

  it('misses no name where words beside the company were not heard well', () => {
    const rest = ['C: 我约了礼拜四下午三点的想改到礼拜六', 'A: 可以的礼拜六下午四点还有空'];
    const name = (greeting: string, sure: number[]) => heardWith('greeting.name', [greeting, ...rest], 0, sure);
    const sure = [0.95, 0.99, 0.9, 0.95, 0.98, 0.97, 0.93, 0.86, 0.99, 0.85];
    expect(name('A: 您好青禾银行前拍小谈请问有什么可以帮您', sure)).toBe('insufficient ambiguous');
    // 小谈 may be a name however it was heard; words that nothing tells as one are none.
    expect(name('A: 您好青禾银行前拍小谈请问有什么可以帮您', [])).toBe('insufficient ambiguous');
    expect(name('A: 您好青禾银行前拍潭水请问有什么可以帮您', sure)).toBe('insufficient ambiguous');
    expect(name('A: 您好青禾银行前拍潭水请问有什么可以帮您', [])).toBe('not_met null');
    // Nothing is left between the company and the offer.
    expect(name('A: 您好青禾银行请问有什么可以帮您', sure)).toBe('not_met null');
  });

  it('misses no repetition of what was not understood itself', () => {
    const lines = [
      ...['A: hello this is harper valley national bank how can i help', 'C: i would like to schedule an appointment'],
      ...['A: on what day and what time', 'C: booth their tentory i am', 'A: anything else', 'C: that will be it'],
    ];
    const confirmed = (sure: number[]) => heardWith('listening.confirmation', lines, 3, sure);
    expect(confirmed([0.2, 0.3, 0.1, 0.7, 0.7])).toBe('insufficient words_unreliable');
    expect(confirmed([])).toBe('not_met null');
  });

  it('is certain of nothing', () => {
    const { items } = scoreCall(CALL, {}, { unreliable: ['low_confidence'] });
    for (const { outcome, confidence } of items) if (outcome === 'insufficient') expect(confidence).toBe(0);
  });
});

describe('a scored call', () => {
  const facts = {
    ringSeconds: 4,
    hangupParty: 'customer',
    transfer: 'none',
    consulted: null,
    noticeGiven: true,
  } as const;

  it('has one valid result for each item, in the checklist’s order', () => {
    const { items } = scoreCall(CALL, facts);
    const ids = rulebook.checklist.sections.flatMap((section) => section.items.map((item) => item.id));
    expect(items.map((item) => item.itemId)).toEqual(ids);
    for (const item of items) expect(itemResultSchema.parse(item)).toEqual(item);
  });

  it('adds up to what a listener expects', () => {
    const { items, points, maxPoints, coverage, pointsCount } = scoreCall(CALL, facts);
    expect(items.filter(({ outcome }) => outcome === 'not_met' || outcome === 'insufficient')).toEqual([]);
    expect({ points, coverage, pointsCount }).toEqual({ points: maxPoints, coverage: 1, pointsCount: true });
  });

  it('gives no total when too little could be judged', () => {
    const { coverage, pointsCount } = scoreCall(CALL, {}, { unreliable: ['low_confidence'] });
    expect(coverage).toBeLessThan(0.8);
    expect(pointsCount).toBe(false);
  });

  it('replays to the same bytes, from a fresh rulebook and in any company of other calls', () => {
    const leg = { transcript: buildTranscript(CALL), transcriptVersion: 2, facts: { ...UNKNOWN_FACTS, ...facts } };
    const first = JSON.stringify(score({ ...rulebook, ...leg }));
    const scorer = prepareScorer(structuredClone(rulebook));
    scorer({ ...leg, transcript: buildTranscript(['A: 您好', 'C: 我的卡坏了']) });
    expect(JSON.stringify(scorer(structuredClone(leg)))).toBe(first);
  });

  it('changes nothing that it is given', () => {
    const leg = { transcript: buildTranscript(CALL), transcriptVersion: 2, facts: UNKNOWN_FACTS };
    const before = structuredClone(leg);
    score({ ...rulebook, ...leg });
    expect(leg).toEqual(before);
  });

  it('has evidence for every judgement', () => {
    for (const item of scoreCall(CALL, facts).items)
      expect([item.itemId, item.evidence.length]).not.toEqual([item.itemId, 0]);
  });

  it('never quotes the call in an explanation', () => {
    const texts = scoreCall(CALL, facts).items.map((item) => item.explanation.en.toLowerCase());
    for (const word of ['sarah', 'broken', 'four five', 'tomorrow', 'nobody'])
      expect(texts.join(' ')).not.toContain(word);
  });
});

describe('evidence', () => {
  it('points at the words’ own times where the engine gives them', () => {
    const transcript = buildTranscript(['A: well good morning you have reached us', ...CALL.slice(1)]);
    const [first, ...rest] = transcript.turns;
    let at = 0;
    const words = first!.text.split(' ').map((text, i) => {
      const fromChar = first!.text.indexOf(text, at);
      at = fromChar + text.length;
      return { text, fromMs: 100 + i * 300, toMs: 350 + i * 300, fromChar, toChar: at, confidence: 0.5 };
    });
    const scored = scoreCall(CALL, {}, { turns: [{ ...first!, words }, ...rest] });
    const item = scored.items.find((one) => one.itemId === 'greeting.salutation')!;
    expect(item.evidence[0]).toEqual({
      kind: 'words',
      transcriptVersion: 1,
      turn: 0,
      fromMs: 400,
      toMs: 950,
      fromChar: 5,
      toChar: 17,
    });
    expect(item.confidence).toBeGreaterThan(0.4);
    expect(item.confidence).toBeLessThanOrEqual(0.5);
  });

  it('falls back to the place in the turn', () => {
    const scored = scoreCall(['A: well hello', ...CALL.slice(1)]);
    const item = scored.items.find((one) => one.itemId === 'greeting.salutation')!;
    expect(item.evidence[0]).toMatchObject({ turn: 0, fromChar: 5, toChar: 10, fromMs: 2000, toMs: 4000 });
  });
});

describe('hostile words', () => {
  // Work that grows with the square of a turn would run into the test's time limit here.
  it('neither stall nor break scoring', () => {
    const lines = [
      `A: ${'sorry for '.repeat(10_000)}`,
      `C: ${'a'.repeat(100_000)} ${'i will call you back '.repeat(5_000)}`,
      `A: ${'为您转接到'.repeat(10_000)}\u0000\ud800 (|)<n>...`,
    ];
    expect(scoreCall(lines).items).toHaveLength(rulebook.checklist.sections.flatMap(({ items }) => items).length);
  });
});
