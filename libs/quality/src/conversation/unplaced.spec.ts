import { loadChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { buildTranscript, PROFILE, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { prepareScorer } from '../scoring/score.rules.js';

/** Greetings and goodbyes in words that no list has, each as one says it: a person is asked; and what is plainly left out stays found. */

const scorer = prepareScorer({
  checklist: loadChecklist('standard-inbound').checklist,
  lexicons: loadLexicons(),
  profile: {
    ...PROFILE,
    names: { zh: ['绿谷银行', '远航物流'], en: ['Green Valley Bank', 'Dawn Telecom'] },
    departments: { zh: [], en: [] },
  },
});

function outcome(item: string, lines: readonly string[]): string {
  const { items } = scorer({ transcript: buildTranscript(lines), transcriptVersion: 1, facts: UNKNOWN_FACTS });
  return items.find(({ itemId }) => itemId === item)!.outcome;
}

const MATTER = {
  zh: 'C: 我想咨询一下你们的信用卡年费是怎么收取的',
  en: 'C: I would like to know how the yearly fee of your credit card works',
};
const languageOf = (line: string): 'zh' | 'en' => (/\p{Script=Han}/u.test(line) ? 'zh' : 'en');

const opened = (item: string, line: string): string =>
  outcome(item, [
    `A: ${line}`,
    MATTER[languageOf(line)],
    languageOf(line) === 'zh' ? 'A: 一年一百，刷满六次就免了。' : 'A: It is a hundred a year.',
    languageOf(line) === 'zh' ? 'C: 好的，谢谢' : 'C: all right, thanks',
  ]);

const BEFORE = {
  zh: ['A: 您好，绿谷银行小李，请讲。', MATTER.zh, 'A: 一年一百，刷满六次就免了。', 'C: 原来是这样，我明白了。'],
  en: [
    'A: Good morning, Dawn Telecom, this is Tess, how can I help?',
    MATTER.en,
    'A: It is a hundred a year, and nothing once the card was used six times.',
    'C: I see, that makes sense.',
  ],
};
const closed = (item: string, ...lines: string[]): string =>
  outcome(item, [...BEFORE[languageOf(lines.join(''))], ...lines]);

describe('a name', () => {
  it.each([
    ['by trade or desk, with "I am"', '您好，绿谷银行，我是贵宾厅的蓓蕾，您请讲'],
    ['as others call the speaker', '您好，绿谷银行，大家都喊我辣椒姐妹，您请讲'],
    ['by desk alone', '绿谷银行您好，櫃員芷晴，請講'],
    ['after the company without a verb', 'Good morning, Dawn Telecom, you will have Tess today. How can I help?'],
    ['before its verb', 'Good morning, Dawn Telecom. Zorica is what they named me. How can I help?'],
    ['by number alone', 'Good morning, Dawn Telecom, desk 31. How can I help?'],
  ])('%s accuses no one', (_, line) => {
    expect(opened('greeting.name', line)).not.toBe('not_met');
  });

  it('is heard where a number comes with what its bearer does, or beside a generic form', () => {
    expect(opened('greeting.name', '您好，绿谷银行，8015号接听，您请讲')).toBe('met');
    expect(opened('greeting.name', '您好，绿谷银行，小岑在线，请问您办什么业务')).toBe('met');
  });

  it.each([
    '您好，绿谷银行，我是您的专属客服可可，请问有什么可以帮您',
    '您好，绿谷银行，教练阿凯在这儿，有事您说',
    '您好，绿谷银行，接线员周，请问有什么帮您',
  ])('may be within other words: %s', (line) => {
    expect(opened('greeting.name', line)).not.toBe('not_met');
  });

  it('is a foreign one beside the name of the company', () => {
    expect(opened('greeting.name', '您好，绿谷银行总机，Linda在线，请问有什么需要')).toBe('met');
  });

  it('may come once the customer has cut in', () => {
    const lines = [
      'A: Dawn Telecom, good morning.',
      MATTER.en,
      'A: Let me see. This is Tess, by the way.',
      'C: hello Tess',
    ];
    expect(outcome('greeting.name', lines)).toBe('insufficient');
  });

  it.each([
    '您好，绿谷银行，请问有什么可以帮您？',
    '您好，绿谷银行，存款、贷款、汇款，您要办哪样？',
    'Good morning, Dawn Telecom, how can I help?',
    'Good morning, thanks for calling Dawn Telecom here in Leeds. How can I help?',
    'Good morning. Dawn Telecom Billing Office. How can I help?',
    'Good morning, Dawn Telecom, Orkney Island desk. How can I help?',
    'Orthotic outpatients at Dawn Telecom, good morning. How can I help?',
    '绿谷银行，您好，这里是挂失专席，您请讲，我马上办。',
    '您好，这里是绿谷银行，请问有什么可以为您安排？',
  ])('that is plainly left out is found: %s', (line) => {
    expect(opened('greeting.name', line)).toBe('not_met');
  });
});

describe('a company', () => {
  it.each([
    'Good morning, GVB, this is Tess. How can I help?',
    'Good morning, Valley, this is Tess. How can I help?',
    '您好，绿行，我是小李，您请讲',
  ])('by initials or clipped accuses no one: %s', (line) => {
    expect(opened('greeting.company', line)).not.toBe('not_met');
  });

  it.each([
    '您好，我是小李，您请讲',
    '您好，工号3021，您请讲',
    'Good morning, this is Mr Okafor. How can I help?',
    'Good morning, this is Tess. Whatcha calling about?',
  ])('that is plainly left out is found: %s', (line) => {
    expect(opened('greeting.company', line)).toBe('not_met');
  });
});

describe('a salutation', () => {
  it.each([
    'Ahoy there, Dawn Telecom, this is Tess. How can I help?',
    'Dawn Telecom, good marnin, this is Tess. How can I help?',
    '喂，绿谷银行，我是小李，您请讲',
    '幸会，绿谷银行，我是小李，您请讲',
  ])('of a region asks a person: %s', (line) => {
    expect(opened('greeting.salutation', line)).toBe('insufficient');
  });

  it.each(['Dawn Telecom, this is Tess. How can I help?', '绿谷银行，我是小李，您请讲', '喂，什么事'])(
    'that is plainly left out is found: %s',
    (line) => {
      expect(opened('greeting.salutation', line)).toBe('not_met');
    },
  );
});

describe('an offer', () => {
  it.each([
    '您好，绿谷银行，我是小李，您有嘛难处，跟我唠唠',
    'Good morning, Dawn Telecom, this is Tess, all ears for you.',
  ])('said to the customer in other words accuses no one: %s', (line) => {
    expect(opened('greeting.offer', line)).not.toBe('not_met');
  });

  it.each([
    '您好，绿谷银行，我是小李。',
    '您好，绿谷银行，我是小李，哪个？',
    '您好，绿谷银行，我是小李，您听清了没？',
    "Good morning, Dawn Telecom, you've got Tess.",
  ])('that is plainly left out is found: %s', (line) => {
    expect(opened('greeting.offer', line)).toBe('not_met');
  });
});

describe('asking for anything else', () => {
  it.each([
    ['A: 还有没有要我跑一趟的？', 'C: 没得了，谢谢你', 'A: 再见'],
    ['A: 您那边还差点啥不？', 'C: 别的没了', 'A: 再见'],
    ['A: Is there still a thing that I could make lighter?', 'C: No, thank you', 'A: Goodbye'],
    ['A: More grievances, a lost sock?', 'C: Not really, we are good', 'A: Goodbye'],
  ])('in other words accuses no one: %s', (...lines) => {
    expect(closed('closing.further_help', ...lines)).not.toBe('not_met');
  });

  it.each([
    ['A: 今天三点，没错吧？', 'C: 没错', 'A: 再见'],
    ['A: So it is posted on Monday, have I got that right?', 'C: You have', 'A: Goodbye'],
    ['A: It is posted on Monday.', 'C: No more worries then', 'A: Goodbye'],
  ])('that is plainly left out is found: %s', (...lines) => {
    expect(closed('closing.further_help', ...lines)).toBe('not_met');
  });
});

describe('a goodbye', () => {
  it.each([
    ['A: 还有别的事吗？', 'C: 没有了', 'A: 好嘞，安咯。'],
    ['A: 还有别的事吗？', 'C: 没有了', 'A: 行，愿您一觉到天亮。'],
    ['A: Anything else?', 'C: No, that is all', 'A: Righto. Hooroo, Darren.'],
    ['A: Anything else?', 'C: No, that is all', 'A: Sleep tight, and scratch the dogs for me.'],
  ])('of a region or by a wish accuses no one: %s', (...lines) => {
    expect(closed('closing.farewell', ...lines)).not.toBe('not_met');
  });

  it.each([
    ['A: 还有别的事吗？', 'C: 没有了', 'A: 行，没有就好。'],
    ['A: 还有别的事吗？', 'C: 没有了', 'A: 应该的。'],
    ['A: Anything else?', 'C: No, that is all', 'A: Okay, sure, madam.'],
    ['A: Anything else?', 'C: No, that is all', 'A: I shall close the case on the system.'],
  ])('that is plainly left out is found: %s', (...lines) => {
    expect(closed('closing.farewell', ...lines)).toBe('not_met');
  });
});
