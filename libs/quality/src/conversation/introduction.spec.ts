import { loadChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { buildTranscript, PROFILE, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { prepareScorer, type Scorer } from '../scoring/score.rules.js';
import { shortNames } from '../matching/introduction-words.rules.js';

/** Company and name at an opening, in any order and whatever lies between; each sentence is as one says it, none is of a phrase list. */

const NAMES = {
  zh: ['绿谷银行', '远航物流', '云栖酒店'],
  en: ['Green Valley Bank', 'Dawn Telecom', 'The Kestrel Hotel'],
};
const scorerOf = (names: typeof NAMES): Scorer =>
  prepareScorer({
    checklist: loadChecklist('standard-inbound').checklist,
    lexicons: loadLexicons(),
    profile: {
      ...PROFILE,
      names,
      departments: { zh: [], en: [] },
    },
  });
const matter = {
  zh: 'C: 我想咨询一下你们的信用卡年费是怎么收取的',
  en: 'C: i would like to know how the yearly fee of your credit card works',
};

const known = scorerOf(NAMES);

function heard(line: string, names = NAMES): string {
  const scorer = names === NAMES ? known : scorerOf(names);
  const language = /\p{Script=Han}/u.test(line) ? 'zh' : 'en';
  const transcript = buildTranscript([
    `A: ${line}`,
    matter[language],
    language === 'zh' ? 'A: 不客气' : 'A: you are welcome',
  ]);
  const { items } = scorer({ transcript, transcriptVersion: 1, facts: UNKNOWN_FACTS });
  const of = (id: string): string => items.find(({ itemId }) => itemId === id)!.outcome;
  return `${of('greeting.company')} ${of('greeting.name')}`;
}

describe('company and name are both there', () => {
  it.each([
    '绿谷银行小李，请讲',
    '您好，绿谷银行，工号3021，请问有什么可以帮您？',
    '您好，绿谷银行，3021号为您服务',
    '您好，绿谷银行，免贵姓李，您请说',
    '喂，绿谷银行的王芳，您好',
    '您好，绿谷，小陈，请讲',
    '下午好，这里是远航物流，我叫周远，您说',
    '您好，远航物流客服中心，客服专员赵敏，请问查件还是寄件',
    '您好，远航刘师傅，哪儿需要我帮忙',
    '晚上好，云栖酒店总台，我姓沈，很高兴为您服务',
    '您好，我是绿谷银行的客户经理吴桐，有什么可以帮您',
    '绿谷银行信用卡中心，小孟，您好',
    '您好，三号坐席，云栖酒店，请讲',
    '云栖酒店前台阿珍，您好',
    'Good morning, Green Valley Bank, this is David. How can I help you?',
    'Good morning, Green Valley Bank, this is David Clark. How may I help?',
    'Dawn Telecom, this is Tess.',
    'Tess here at Dawn, what can I do for you?',
    "You're through to Tess at Dawn Telecom, how can I help?",
    "Hello, you're speaking with Mr Clark, Green Valley Bank.",
    'Hi there, Tess from Dawn Telecom, how can I help?',
    'Dawn Telecom billing, Tess speaking',
    'Good evening, the Kestrel, Marlowe here, how may I help?',
    'Kestrel Hotel, good evening, Mrs Okafor at reception, how can I help?',
    'Thank you for calling Green Valley. My name is Ana Ruiz.',
    'Hello, Green Valley Bank, agent number 27, how can I help?',
    'Dawn Telecom, Tess, how can I help you?',
    'good morning green valley bank tess speaking how can i help',
    'Hi, Yusuf this side from Dawn Telecom, tell me',
  ])('%s', (line) => {
    expect(heard(line)).toBe('met met');
  });
});

describe('what is left out is missed', () => {
  it.each([
    ['met not_met', '您好，绿谷银行，请问有什么可以帮您？'],
    ['met not_met', '您好，绿谷银行客服中心，请讲'],
    ['met not_met', '下午好，这里是远航物流售后，您要查件还是寄件？'],
    ['met not_met', '您好，云栖酒店前台，先生您请讲'],
    ['not_met met', '您好，我是小李，请讲'],
    ['not_met met', '您好，工号3021，请问有什么可以帮您'],
    ['not_met met', '您好，免贵姓沈，查件寄件都可以，您说'],
    ['not_met not_met', '您好，请问有什么可以帮您？'],
    ['met not_met', 'Good morning, Green Valley Bank. How can I help you?'],
    ['met not_met', 'Hello, this is Green Valley, how can I help?'],
    ['met not_met', 'Dawn Telecom, Memberships and Renewals, how can I help?'],
    ['met not_met', 'Good evening, the Kestrel, reservations, how may I help?'],
    ['not_met met', 'Good morning, this is David. How can I help you?'],
    ['not_met met', 'Hello, Tess speaking, what can I do for you?'],
    ['not_met not_met', 'Good morning, how can I help you today?'],
  ])('%s: %s', (want, line) => {
    expect(heard(line)).toBe(want);
  });
});

it('asks a person where one name may be either, and takes it for a person beside the company’s known names', () => {
  expect(heard('hello acme here, how can i help', { zh: [], en: [] })).toBe('insufficient insufficient');
  expect(heard('hello acme here, how can i help')).toBe('not_met met');
});

it('asks a person where a name runs into the question after it, and takes no question for a name', () => {
  expect(heard('Acme support. Zelda how can I help you?', { zh: [], en: ['Acme'] })).toBe('met insufficient');
  expect(heard('Acme support. Linda how can I help you?', { zh: [], en: ['Acme'] })).toBe('met insufficient');
  expect(heard('Acme support. So how can I help you?', { zh: [], en: ['Acme'] })).toBe('met not_met');
  expect(heard('Acme support. Whaddya need today?', { zh: [], en: ['Acme'] })).toBe('met not_met');
});

it('knows surnames and names that are also words', () => {
  for (const name of ['许多', '成功', '万一鸣', '安心', '孙子文'])
    expect(heard(`您好，绿谷银行，我叫${name}，请讲`)).toBe('met met');
});

it('takes a word of the company’s name for a person’s where it is framed as one and the company is named besides', () => {
  const grace = { zh: [], en: ['Grace Hotels'] };
  expect(heard('Grace Hotels, this is Grace, how can I help?', grace)).toBe('met met');
  // Said alone it may be either, and said twice the company's whole name may be.
  expect(heard('Hello, this is Grace, how can I help?', grace)).toBe('met insufficient');
  const northwind = { zh: [], en: ['Northwind'] };
  expect(heard('Northwind, this is Northwind, how can I help?', northwind)).toBe('met insufficient');
  expect(heard('Hello, this is Northwind, how can I help?', northwind)).toBe('met not_met');
});

it('takes a foreign word for no one in a greeting, and a foreign name that nothing frames for either', () => {
  expect(heard('Okay，您好，绿谷银行，请问有什么可以帮您')).toBe('met not_met');
  expect(heard('您好，绿谷银行，Kelvin，请讲')).toBe('met met');
  expect(heard('您好，Nike客服，请问有什么可以帮您', { zh: [], en: [] })).toBe('met not_met');
  expect(heard('您好，我是Kelvin，请讲', { zh: [], en: [] })).toBe('not_met met');
});

describe('shortNames', () => {
  it.each([
    ['绿谷银行', ['绿谷']],
    ['宁川市12345热线', ['宁川市12345', '宁川市1', '宁川12345热线', '宁川12345']],
    ['珠江白鹭水上巴士', ['珠江白鹭', '白鹭水上巴士']],
    ['皓贝口腔门诊部', ['皓贝口腔']],
    ['The Kestrel Hotel', ['Kestrel', 'Kestrel Hotel']],
    ['Green Valley Bank', ['Green Valley']],
    ['Sahyog', []],
  ])('%s', (name, want) => {
    expect(shortNames(name, loadLexicons().zh.classes.introductions!)).toEqual(want);
  });
});
