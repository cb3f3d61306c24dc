import { choice, choices, FACTS, LISTS, QUERY } from './options.js';
import { type KindSentence, type SentenceField } from './sentence.js';

const OTHERWISE: SentenceField = {
  type: 'words',
  label: { zh: '不成立时的说明', en: 'What is said where it does not hold' },
};
const otherwise = { zh: '条件不成立，此项不适用。', en: 'The condition does not hold; this does not apply.' };

/** How each kind of condition is said and edited. */
export const CONDITION_SENTENCES: readonly KindSentence[] = [
  {
    kind: 'heard',
    name: { zh: '听到某些话', en: 'Something was said' },
    lines: [{ zh: '{query}', en: '{query}' }],
    fields: { query: QUERY, otherwise: OTHERWISE },
    start: { query: { lookFor: [], speaker: 'customer' }, otherwise },
  },
  {
    kind: 'not_heard',
    name: { zh: '没有听到某些话', en: 'Something was not said' },
    lines: [{ zh: '没有听到：{query}', en: 'it is not so that {query}' }],
    fields: { query: QUERY, otherwise: OTHERWISE },
    start: { query: { lookFor: [], speaker: 'customer' }, otherwise },
  },
  {
    kind: 'from_the_beginning',
    name: { zh: '录音从头开始', en: 'Recorded from the beginning' },
    lines: [
      {
        zh: '录音从头开始（客户一开口就是{continuation}，则视为从中途开始）',
        en: 'the words start at the beginning (a customer who starts with {continuation} goes on with something earlier)',
      },
    ],
    fields: { continuation: LISTS, otherwise: OTHERWISE },
    start: {
      continuation: ['continuation'],
      otherwise: {
        zh: '通话从中途开始，没有开场，此项不适用。',
        en: 'The words start in the middle of a contact; there was no opening to judge.',
      },
    },
  },
  {
    kind: 'ran_to_end',
    name: { zh: '通话没有中断', en: 'Ran to its end' },
    lines: [
      {
        zh: '通话没有中断（客户最后说{settled}，即视为正常结束）',
        en: 'the call did not break off (a customer who ends with {settled} has ended it)',
      },
    ],
    fields: { settled: LISTS, otherwise: OTHERWISE, handedOver: OTHERWISE },
    start: {
      settled: ['settled'],
      otherwise: { zh: '通话中断，没有结尾，此项不适用。', en: 'The call broke off; there was no ending to judge.' },
    },
  },
  {
    kind: 'situation',
    name: { zh: '客户来意', en: 'What the customer came with' },
    lines: [
      { zh: '客户来意是{in}', en: 'the customer came with {in}' },
      { zh: '{unsure}', en: '{unsure}', quiet: true },
    ],
    fields: {
      in: choices(
        undefined,
        ['question', '咨询', 'a question'],
        ['problem', '故障或困难', 'a problem'],
        ['complaint', '投诉', 'a complaint'],
        ['upset', '情绪激动的不满', 'anger'],
      ),
      unsure: choice(
        'applies',
        ['applies', '不太确定时也适用', 'applies too where that is not sure'],
        ['abstain', '不太确定时交人工判断', 'left to a person where that is not sure'],
      ),
      otherwise: OTHERWISE,
    },
    start: { in: ['complaint', 'upset'], otherwise },
  },
  {
    kind: 'particulars',
    name: { zh: '涉及客户自己', en: 'About this customer' },
    lines: [
      {
        zh: '通话涉及这位客户自己的订单、账号或问题',
        en: 'the call is about an order, an account or a trouble of this customer',
      },
    ],
    fields: { otherwise: OTHERWISE },
    start: {
      otherwise: {
        zh: '只是一般咨询，不涉及客户自己的信息，此项不适用。',
        en: 'A general question, about nothing of this customer’s; this does not apply.',
      },
    },
  },
  {
    kind: 'fact',
    name: { zh: '电话系统的事实', en: 'Fact of the phone system' },
    lines: [
      { zh: '电话系统的{name}为{in}', en: '{name} is {in}, as the phone system says' },
      {
        zh: '[不知道时，没有听到“{unlessHeard.query}”即视为不成立]',
        en: '[where it does not say, taken for none unless {unlessHeard.query}]',
      },
    ],
    fields: {
      name: FACTS,
      in: { type: 'values' },
      otherwise: OTHERWISE,
      unknown: { type: 'words', label: { zh: '电话系统没有说明时', en: 'What is said where it is not known' } },
      'unlessHeard.query': QUERY,
      'unlessHeard.otherwise': {
        type: 'words',
        label: {
          zh: '没有说明也没有听到时（选填）',
          en: 'What is said where it is neither known nor heard (optional)',
        },
        optional: true,
      },
    },
    start: {
      name: 'transfer',
      in: ['blind', 'warm'],
      otherwise,
      unknown: { zh: '电话系统没有说明，此项不计分。', en: 'The phone system did not say; this item is not counted.' },
    },
  },
];
