import { describe, expect, it } from '@jest/globals';
import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { loadFindActs } from '../acts/load-act-reader.js';
import { NEUTRAL_PROFILE, NO_FACTS, writtenTranscript } from '../call/written-dialogue.rules.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareScorer } from '../scoring/score.rules.js';

const score = prepareScorer({
  ...loadChecklist('standard-inbound'),
  lexicons: loadLexicons(),
  profile: NEUTRAL_PROFILE,
});

/** Turns of agent and customer by turns; acts that are given take the place of what the weights find in a sentence. */
function outcomeOf(
  language: Language,
  item: string,
  said: readonly (string | readonly [string, Partial<Record<Act, number>>])[],
): string {
  const turns = said.map((one, i) => ({
    speaker: i % 2 === 0 ? ('agent' as const) : ('customer' as const),
    text: typeof one === 'string' ? one : one[0],
  }));
  const transcript = writtenTranscript({ language, turns });
  const found = loadFindActs()(transcript)!;
  const sentences = found.sentences.map((one) => {
    const given = said[one.turn]!;
    return typeof given === 'string' ? one : { ...one, acts: given[1] };
  });
  const { items } = score({ transcript, transcriptVersion: 1, facts: NO_FACTS, acts: { ...found, sentences } });
  return items.find(({ itemId }) => itemId === item)!.outcome;
}

const ZH = [
  '您好，山茶花店，我是小乔，请讲。',
  '你好，我想订一束花，周五要。',
  '周五几点要？',
  '上午十点，送到梧桐路八号。',
];
const EN = [
  'Good morning, Fernhill Frames, this is Orla, how can I help?',
  'Hello, I would like two pictures framed.',
  'What size are they?',
  'Both are forty by fifty.',
];

const STUCK = { stuck: 15, dismisses: 15 } as const;
const AWAY = { sends_elsewhere: 15 } as const;
/** Sounds like being sent away, and is done by the house. */
const TAKEN = { sends_elsewhere: 12, takes_on: 5 } as const;
const HALF = { sends_elsewhere: 13, stuck: 15, takes_on: 3 } as const;

describe('what is said beside the matter', () => {
  it.each([
    ['zh', [...ZH, '花里要百合吗？', '不要百合，我同事闻了会过敏的。', '好的，不放百合。', '好，谢谢。']],
    ['zh', [...ZH, '用绣球行吗？', '行，别用菊花，有人碰了就肿。', '好的，不用菊花。', '好，谢谢。']],
    [
      'en',
      [...EN, 'Is a wooden frame fine?', 'Yes, no nickel, please, my son is allergic.', 'Noted, no nickel.', 'Fine.'],
    ],
  ] as const)('a warning in passing asks for no comfort (%s)', (language, said) => {
    expect(outcomeOf(language, 'empathy.acknowledgement', said)).not.toBe('not_met');
  });

  it.each([
    ['zh', [...ZH, '好的，记下了。', '那多少钱？', ['两百六十八，包送。', { tells_account: 15 }], '行。']],
    ['en', [...EN, 'Got that.', 'How much will that be?', ['That is 268 for both.', { tells_account: 15 }], 'Fine.']],
  ] as const)('a price is public, whatever digits it has (%s)', (language, said) => {
    expect(outcomeOf(language, 'conduct.identity_before_disclosure', said)).toBe('not_applicable');
  });

  it.each([
    ['zh', [...ZH, '好的。', '我卡上余额多少钱？', ['余额两百六十八。', { tells_account: 15 }], '行。']],
    ['en', [...EN, 'Sure.', 'How much do I owe?', ['You owe 268.', { tells_account: 15 }], 'Fine.']],
  ] as const)("what is the customer's own is none (%s)", (language, said) => {
    expect(outcomeOf(language, 'conduct.identity_before_disclosure', said)).not.toMatch(/^(met|not_applicable)$/);
  });

  it.each([
    ['en', 'How much is my loan now?', 'It is 12,400 pounds.', 'insufficient'],
    ['en', 'How much do I still have in my savings?', 'That is 3,400 pounds.', 'insufficient'],
    ['en', 'How much is left on the ticket?', 'There is 14 pounds on it.', 'insufficient'],
    ['en', 'How much is a bigger frame?', 'That is 14 pounds more.', 'not_applicable'],
    ['zh', '我公积金里还有多少钱？', '三万四千二百。', 'insufficient'],
    ['zh', '我这个月房贷多少钱？', '三千四百二。', 'insufficient'],
    ['zh', '卡里多少钱？', '三百四十二。', 'insufficient'],
    ['zh', '这种大一点的多少钱？', '三百四十二。', 'not_applicable'],
    ['zh', '我想买两束多少钱？', '三百四十二。', 'not_applicable'],
  ] as const)('what they have already is no price (%s): %s', (language, asks, tells, wanted) => {
    const start = language === 'zh' ? [...ZH, '好的。'] : [...EN, 'Sure.'];
    const said = [...start, asks, [tells, { tells_account: 16 }] as const, language === 'zh' ? '行。' : 'Fine.'];
    expect(outcomeOf(language, 'conduct.identity_before_disclosure', said)).toBe(wanted);
  });

  it.each([
    ['zh', '谢谢你啊。', '这算个啥。', '托您的福，拜拜！'],
    ['en', 'Thank you so much.', 'Ah, it was nothing.', 'Cheerio, bye!'],
  ] as const)('a modest answer to thanks, and a goodbye, leave nothing open (%s)', (language, thanks, modest, bye) => {
    const start = language === 'zh' ? ZH : EN;
    const done = language === 'zh' ? '周五上午十点送到，已经排好了。' : 'They will be ready for you on Friday at ten.';
    const end: readonly (string | readonly [string, Partial<Record<Act, number>>])[] = [
      done,
      thanks,
      [modest, { stuck: 15, dismisses: 15 }],
      [bye, { anger: 12, farewell: 10 }],
    ];
    expect(outcomeOf(language, 'ownership.resolution', [...start, ...end])).toBe('met');
  });

  it.each([
    ['en', 'Thanks, but that does not settle it.'],
    ['en', 'Thanks. And what about the money?'],
    ['en', "I'd appreciate it if you looked again."],
    ['zh', '谢谢，可是钱还是没退。'],
    ['zh', '麻烦您了，能再帮我查一下吗？'],
    ['zh', '辛苦您再帮我看一下。'],
  ] as const)('a short answer to more than thanks is not modest (%s): %s', (language, more) => {
    const start = language === 'zh' ? ZH : EN;
    const end = [[more, { unsettled: 15 }] as const, [language === 'zh' ? '没啥。' : 'It is nothing.', STUCK] as const];
    const done = language === 'zh' ? '周五上午十点送到，已经排好了。' : 'They will be ready for you on Friday at ten.';
    const said = [...start, done, ...end, '…'];
    expect(outcomeOf(language, 'ownership.resolution', said)).not.toBe('met');
  });

  it.each([
    ['en', "I'm cancelling my contract, bye."],
    ['en', 'Thanks, that has not settled anything, bye.'],
    ['zh', '问题还是没解决，再见。'],
    ['zh', '我要投诉你们，再见！'],
  ] as const)('a goodbye after what is open closes nothing (%s): %s', (language, bye) => {
    const start = language === 'zh' ? ZH : EN;
    const stuck = [language === 'zh' ? '这个就是这样的。' : 'That is how it is.', STUCK] as const;
    const said = [...start, stuck, [bye, { unsettled: 15, anger: 12, farewell: 10 }] as const];
    expect(outcomeOf(language, 'ownership.resolution', said)).toBe('not_met');
  });

  it.each([
    ['en', 'Ruth picks them up on Thursday and they go to the workshop.', TAKEN, 'not'],
    ['zh', '师傅周四上门取，再送去厂里。', TAKEN, 'not'],
    ['en', 'Ruth picks them up on Thursday and they go to the workshop.', AWAY, 'asked'],
    ['en', 'You can pick them up on Thursday from the workshop yourself.', AWAY, 'asked'],
    ['zh', '周四您自己送去厂里吧。', AWAY, 'asked'],
    ['en', 'That is one for the council, they open at nine.', null, 'asked'],
    ['en', 'They deal with all of that at one of their branches.', HALF, 'asked'],
    ['zh', '那是快递的事，我们这儿一点都管不了。', AWAY, 'asked'],
    ['zh', '这个得厂家弄，我们一点办法没有。', HALF, 'asked'],
    ['zh', '得厂家那边弄，明天上午他们才上班。', AWAY, 'asked'],
  ] as const)('what the house does at a time sends no one away (%s): %s', (language, sentence, acts, wanted) => {
    const zh = [...ZH, '好的，记下了。', '要白的。', '好的。', '包装也要白的。'];
    const en = [...EN, 'I have noted that down.', 'White mounts, please.', 'Noted.', 'The frames white, too.'];
    const took = language === 'zh' ? ['好的。', '那我怎么办？'] : ['Lovely.', 'So what am I to do?'];
    const said = [
      ...(language === 'zh' ? zh : en),
      acts ? ([sentence, acts] as const) : sentence,
      took[wanted === 'not' ? 0 : 1]!,
    ];
    const got = outcomeOf(language, 'ownership.no_deflection', said);
    if (wanted === 'not') expect(got).toBe('met');
    else expect(got).toMatch(/^(insufficient|not_met)$/);
  });

  it('being frank is no forbidden wording', () => {
    const said = [...EN, 'Honestly, I think the oak one suits them better.', 'Then I will have that.'];
    expect(outcomeOf('en', 'conduct.no_prohibited', said)).toBe('met');
  });

  it('who is sent away is found by that item, and not asked about for the end of it, too', () => {
    const said = [...EN, 'They will be ready on Friday at ten.', 'And the dent in the old frame?'];
    const away = ['We do not get involved once it has left the shop.', { refuses: 10, stuck: 15 }] as const;
    expect(outcomeOf('en', 'ownership.resolution', [...said, away, 'I see.'])).toBe('met');
  });
});
