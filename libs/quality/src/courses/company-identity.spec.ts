import { describe, expect, it } from '@jest/globals';
import { type IdentityList, type Language } from '#contracts';
import { NEUTRAL_PROFILE, NO_FACTS, writtenTranscript } from '../call/written-dialogue.rules.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareScorer } from '../scoring/score.rules.js';
import { type Act } from '../acts/acts.js';
import { NAMES } from './company-identity.rules.js';
import { FACTS } from './identity.rules.js';

type Said = readonly ['agent' | 'customer', string, Partial<Record<Act, number>>];

const lexicons = loadLexicons();
const { checklist } = loadChecklist('standard-inbound');

function judged(language: Language, said: readonly Said[], identity?: IdentityList) {
  const profile = { ...NEUTRAL_PROFILE, ...(identity && { identity }) };
  const transcript = writtenTranscript({ language, turns: said.map(([speaker, text]) => ({ speaker, text })) });
  const sentences = said.map(([, text, acts], turn) => ({ turn, fromChar: 0, toChar: text.length, acts }));
  const { items } = prepareScorer({ checklist, lexicons, profile })({
    ...{ transcript, transcriptVersion: 1, facts: NO_FACTS },
    acts: { engine: 'test', hash: 'h', sentences },
  });
  const { outcome, source } = items.find(({ itemId }) => itemId === 'conduct.identity_before_disclosure')!;
  return [outcome, source];
}

const call = (question: string, answer: string): Said[] => [
  ['agent', 'Good morning, Northwind, this is David, how can I help you today?', {}],
  ['customer', 'I want to know what is left in the pot before the month is over.', {}],
  ['agent', question, { asks_identity: 15 }],
  ['customer', answer, { gives_identity: 12 }],
  ['agent', 'There are two hundred and six pounds in the pot, and forty came out on the third.', { tells_account: 14 }],
  ['customer', 'Right then, goodbye.', { farewell: 12 }],
];
const ONE = call('What is the account number on your letter?', 'Four four one nine.');
const TWO = call('What is your name and your postcode?', 'Morag Tennant, AB1 2CD.');

describe('what is asked for', () => {
  const rows = (language: Language, question: string) =>
    FACTS[language].flatMap((kind, row) => (kind.test(question) ? NAMES[language][row]! : []));

  it.each([
    ['What is your date of birth?', ['birth']],
    ['Your birth date, please?', ['birth']],
    ['When were you born?', ['birth']],
    ['What is the phone number?', ['contact']],
    ['The last four digits of the mobile?', ['contact']],
    ['And the e-mail address?', ['contact']],
    ['What is the name on the account?', ['name']],
    ['The passport number?', ['document']],
    ['Your ID number?', ['document']],
    ['Your name and the account number?', ['name', 'number']],
    ['On which date was it paid?', ['date']],
    ['手机尾号报一下？', ['contact']],
    ['您的出生日期是？', ['birth']],
    ['身份证上的姓名是？', ['name']],
    ['卡的尾号和手机号？', ['number', 'contact']],
    ['几号缴的费？', ['date']],
  ])('is one fact by one question: %s', (question, want) => {
    expect(rows(/\p{Script=Han}/u.test(question) ? 'zh' : 'en', question)).toEqual(want);
  });
});

describe('the company’s list of identity facts', () => {
  it('takes one fact where the company says that it is enough', () => {
    expect(judged('en', ONE)).toEqual(['not_met', 'model']);
    expect(judged('en', ONE, { facts: ['number', 'secret'], enough: 1 })[0]).not.toBe('not_met');
  });

  it('is looked at where the check sounds waved aside, too', () => {
    const waved = ONE.toSpliced(4, 0, ['agent', 'That is you then, the rest we leave.', { skips_check: 14 }]);
    expect(judged('en', waved)).toEqual(['not_met', 'model']);
    expect(judged('en', waved, { facts: ['number'], enough: 1 })).toEqual(['insufficient', 'model']);
    expect(judged('en', waved, { facts: ['number', 'birth'], enough: 2 })).toEqual(['not_met', 'model']);
  });

  it('asks a person where two were asked for that are not the company’s, or fewer than it needs', () => {
    expect(judged('en', TWO)).toEqual(['met', 'model']);
    expect(judged('en', TWO, { facts: ['birth', 'secret'], enough: 2 })).toEqual(['insufficient', 'model']);
    expect(judged('en', TWO, { facts: ['name', 'address', 'birth'], enough: 3 })).toEqual(['insufficient', 'model']);
    expect(judged('en', TWO, { facts: ['name', 'address'], enough: 2 })[1]).toBe('rule');
  });

  it('knows each of its facts in both languages', () => {
    const asking = {
      zh: {
        ...{ name: '请问您贵姓？', birth: '您的出生日期是？', address: '您的地址是？', number: '报一下订单号？' },
        ...{ contact: '登记的手机号？', secret: '您的密码口令？', document: '身份证后四位？', date: '哪天缴的费？' },
      },
      en: {
        ...{
          name: 'Your name?',
          birth: 'When were you born?',
          address: 'And the address?',
          number: 'The order number?',
        },
        ...{
          contact: 'Your e-mail?',
          secret: 'The password?',
          document: 'The number of your id?',
          date: 'On which date?',
        },
      },
    } as const;
    for (const language of ['zh', 'en'] as const) {
      for (const [row, kind] of FACTS[language].entries()) {
        const names = NAMES[language][row] ?? [];
        expect(names.map((fact) => [fact, kind.test(asking[language][fact])])).toEqual(
          names.map((fact) => [fact, true]),
        );
        expect(names).not.toEqual([]);
      }
    }
  });
});

describe('a check of two facts where no list hears what was told', () => {
  const told = (question: Said, answer: Said, levels: Partial<Record<Act, number>>): Said[] => [
    ...ONE.slice(0, 2),
    ['agent', 'What is your name, to begin with?', { asks_identity: 15 }],
    ['customer', 'Morag Tennant.', { gives_identity: 12 }],
    ...[question, answer],
    ['agent', 'The blue one goes out with the van in the morning, then.', levels],
    ...ONE.slice(5),
  ];
  const POSTCODE: Said = ['agent', 'And the postcode?', { asks_identity: 15 }];
  const GIVEN: Said = ['customer', 'AB1 2CD.', { gives_identity: 12 }];

  it('is met, where it was answered and something of an account was told', () => {
    expect(judged('en', told(POSTCODE, GIVEN, { tells_account: 6 }))).toEqual(['met', 'model']);
  });

  const BALANCE: Said = ['agent', 'There are 412 pounds in it, dear.', { tells_account: 12 }];

  it('is not made good by what is asked once the account was told', () => {
    const late: Said[] = [
      ...ONE.slice(0, 2),
      BALANCE,
      ['customer', 'Thank you. And my boiler is broken.', {}],
      ['agent', 'Name and postcode for the engineer?', { asks_identity: 15 }],
      ['customer', 'Morag Tennant, AB1 2CD.', { gives_identity: 12 }],
      ['agent', 'He comes in the morning.', { tells_account: 6 }],
      ...ONE.slice(5),
    ];
    expect(judged('en', late)).toEqual(['not_applicable', 'rule']);
    const weaker = late.with(2, ['agent', 'That is 412 pounds, then.', { tells_account: 6 }]);
    expect(judged('en', weaker)).toEqual(['not_applicable', 'rule']);
  });

  it('counts no facts that were given before they were asked for, nor after it was told', () => {
    const given: Said = ['customer', 'Morag Tennant, AB1 2CD. What is left in the pot?', { gives_identity: 12 }];
    const asked: Said = ['agent', 'Your name and your postcode?', { asks_identity: 15 }];
    const told: Said = ['agent', 'The blue one goes out in the morning.', { tells_account: 6 }];
    const nothing: Said = ['customer', 'What for?', {}];
    expect(judged('en', [...ONE.slice(0, 1), given, asked, nothing, told, ...ONE.slice(5)])).toEqual([
      'not_applicable',
      'rule',
    ]);
    expect(judged('en', [...ONE.slice(0, 2), asked, nothing, told, given, ...ONE.slice(5)])).toEqual([
      'not_applicable',
      'rule',
    ]);
  });

  it('says nothing of one fact, nor where nothing speaks for an account', () => {
    expect(judged('en', told(POSTCODE, GIVEN, {}))).toEqual(['not_applicable', 'rule']);
    const again: Said = ['agent', 'Sorry, what name was that?', { asks_identity: 15 }];
    expect(judged('en', told(again, GIVEN, { tells_account: 6 }))).toEqual(['not_applicable', 'rule']);
  });
});
