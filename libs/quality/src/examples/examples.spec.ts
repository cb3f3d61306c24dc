import { describe, expect, it } from '@jest/globals';
import { prepareCheck } from '../checks/index.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { buildTranscript, PROFILE, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { prepareReader } from '../scoring/score.rules.js';
import { prepareLikeness, type Examples } from './likeness.rules.js';
import { negations } from './negation.rules.js';
import { varied, VARIANTS } from './variants.rules.js';

/** A travel agency's own: the deadline for free cancellation is told. */
const ENGLISH = {
  met: [
    'You can cancel free of charge until the day before departure.',
    'Cancellation costs nothing up to forty-eight hours ahead.',
    "Until Friday noon you may call it off and we'll refund every penny.",
  ],
  notMet: [
    'Whatever happens, the whole fare is gone once I press this button.',
    'Read the terms on the website if that bothers you.',
    "I haven't the faintest idea what backing out would cost.",
  ],
};
const MANDARIN = {
  met: ['出发前一天之前都可以免费取消。', '提前四十八小时退订不收费。', '周五中午之前退，全额退款。'],
  notMet: ['取消要多少钱我也不清楚。', '退订规则您自己上网看吧。', '一旦下单，票款概不退还。'],
};
const EXAMPLES: Examples = {
  met: { en: ENGLISH.met, zh: MANDARIN.met },
  notMet: { en: ENGLISH.notMet, zh: MANDARIN.notMet },
};
const ENGLISH_ONLY: Examples = { met: { en: ENGLISH.met, zh: [] }, notMet: { en: ENGLISH.notMet, zh: [] } };

const read = prepareReader({ lexicons: loadLexicons(), profile: PROFILE });
const judge = (lines: readonly string[], examples: Examples = EXAMPLES, rest: object = {}) =>
  prepareCheck({ kind: 'examples', ...examples, ...rest })(
    read({ transcript: buildTranscript(lines), transcriptVersion: 1, facts: UNKNOWN_FACTS }),
  );
const said = (sentence: string, ...rest: [Examples?, object?]) => {
  const { outcome, reason } = judge(
    /[\u4e00-\u9fff]/u.test(sentence)
      ? ['A: 您好，这里是春风旅行。', 'C: 我想订下周去桂林的车票。', `A: ${sentence}`]
      : ['A: Good morning, Bluebird Travel.', 'C: I want the Tuesday coach.', `A: ${sentence}`],
    ...rest,
  );
  return reason ?? outcome;
};

describe('an item from examples', () => {
  it.each([
    ['You can cancel it free of charge until the day before you leave.', 'met'],
    ['Well, er, you can cancel free of charge until the day before departure, okay?', 'met'],
    ["You can't cancel free of charge until the day before departure.", 'ambiguous'],
    ['Whatever happens, the whole fare is gone the moment I press this button.', 'not_met'],
    ['The coach has a toilet and two stops on the way.', 'ambiguous'],
    ['出发前一天之前您都可以免费取消的。', 'met'],
    ['出发前一天之前都不可以免费取消。', 'ambiguous'],
    ['取消要多少钱，这个我也不清楚。', 'not_met'],
    // A formula at its end is not the whole of an example.
    ['这个我也不清楚。', 'ambiguous'],
    ['车上有洗手间，中途停两站。', 'ambiguous'],
  ])('%s: %s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });

  it.each([
    [
      'okay so let me see what we have here you can cancel free of charge until the day before departure and I will send the tickets over to your phone',
      'met',
    ],
    [
      'okay so let me see it is not as if you can cancel free of charge until the day before departure and I will send the tickets over to your phone',
      'ambiguous',
    ],
    [
      'okay so let me see what we have whatever happens the whole fare is gone once I press this button and I will send the tickets over to your phone',
      'not_met',
    ],
    [
      'okay so let me see what we have here the coach leaves at noon from the square and I will send the tickets over to your phone after that',
      'ambiguous',
    ],
    ['好的我帮您看一下这趟车啊一旦下单票款概不退还的然后我把行程单发到您手机上', 'not_met'],
    ['好的我帮您看一下这趟车啊下单以后给您出票的然后我把行程单发到您手机上', 'ambiguous'],
  ])('is found in what runs on without stops: %s: %s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });

  it('shows the sentence, and names the example that it is most like', () => {
    const { evidence, explanation, source } = judge([
      'A: Hello. You can cancel it free of charge until the day before you leave. Shall I book it?',
      'C: Yes, please do that for me.',
    ]);
    expect(source).toBe('rule');
    expect(evidence).toMatchObject([{ kind: 'words', turn: 0, fromChar: 0, toChar: 71 }]);
    expect(explanation.en).toBe(
      'A sentence at 0:00 is most like the example “You can cancel free of charge until the day before departure.” (met).',
    );
    expect(explanation.zh).toContain('最像达成的示例');
  });

  it('leaves a call in a language without enough examples open', () => {
    expect(said('退订规则您自己上网看吧。', ENGLISH_ONLY)).toBe('language_unsupported');
    const two = { ...EXAMPLES, notMet: { ...EXAMPLES.notMet, zh: MANDARIN.notMet.slice(1) } };
    expect(said('退订规则您自己上网看吧。', two)).toBe('language_unsupported');
  });

  it('accuses no one by examples that are not clearly apart', () => {
    const near = [...MANDARIN.met, '一旦下单，票款可以退还。'];
    const alike = { ...EXAMPLES, met: { ...EXAMPLES.met, zh: near } };
    expect(said('取消要多少钱，这个我也不清楚。')).toBe('not_met');
    expect(said('取消要多少钱，这个我也不清楚。', alike)).toBe('ambiguous');
  });

  it('asks where the call has both, and says what holds where nothing is like any example', () => {
    expect(said('退订规则您自己上网看吧。好吧，提前四十八小时退订不收费。')).toBe('ambiguous');
    expect(said('车上有洗手间，中途停两站。', EXAMPLES, { whenNone: 'not_applicable' })).toBe('not_applicable');
    expect(said('车上有洗手间，中途停两站。', EXAMPLES, { whenNone: 'met' })).toBe('met');
    expect(() => prepareCheck({ kind: 'examples', ...EXAMPLES, whenNone: 'not_met' })).toThrow();
  });

  it('looks only where and at whom it is told to', () => {
    expect(said('出发前一天之前您都可以免费取消的。', EXAMPLES, { speaker: 'customer' })).toBe('ambiguous');
    expect(said('出发前一天之前您都可以免费取消的。', EXAMPLES, { zone: 'first_turn' })).toBe('ambiguous');
  });

  it('is the same each time', () => {
    const { tell } = prepareLikeness(EXAMPLES, 'en');
    const told = tell('You can cancel it free of charge until the day before you leave.');
    expect(tell('You can cancel it free of charge until the day before you leave.')).toEqual(told);
    expect(Number.isInteger(told!.likeness)).toBe(true);
  });
});

describe('a negation', () => {
  it.each([
    ["We can't do that.", 'en', 1],
    ['No problem, we can do that.', 'en', 0],
    ['我们没办法处理。', 'zh', 1],
    ['不好意思，没关系，您要不要办一个？', 'zh', 0],
  ] as const)('%s', (sentence, language, expected) => {
    expect(negations(sentence, language)).toBe(expected);
  });
});

describe('an example said otherwise', () => {
  it('is shortened, filled, put politely and turned round, in each language', () => {
    const all = varied(EXAMPLES);
    expect(all).toHaveLength(12 * VARIANTS.length);
    const of = (variant: string) => all.filter((one) => one.variant === variant && one.side === 'met');
    expect(of('filler').map(({ like }) => like?.verdict)).toEqual(of('filler').map(() => 'met'));
    // 提前四十八小时退订不收费 ends in what counts: broken off before it, it is asked about.
    expect(
      of('shortened')
        .map(({ like }) => like?.verdict)
        .sort(),
    ).toEqual([...Array(5).fill('met'), 'unsure']);
    expect(of('negated').filter(({ like }) => like?.verdict === 'met')).toEqual([]);
    expect(of('negated').map(({ text }) => text)).toContain(
      'You can not cancel free of charge until the day before departure',
    );
  });
});
