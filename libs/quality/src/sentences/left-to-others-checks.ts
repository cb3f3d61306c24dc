import { unwritten, words } from './fields.js';
import { type KindSentence } from './sentence.js';

/** What a person, a model or other checks decide. */
export const LEFT_CHECKS: readonly KindSentence[] = [
  {
    kind: 'human',
    name: { zh: '由人判断', en: 'Left to a person' },
    lines: [{ zh: '由人工复核判断', en: 'a reviewer judges' }],
    fields: { ask: words('请人判断什么', 'What the person is to judge') },
    start: { ask: unwritten },
  },
  {
    kind: 'model',
    name: { zh: '由模型提出意见', en: 'A model proposes' },
    lines: [
      {
        zh: '先按规则判定，规则没有把握时再问语言模型',
        en: 'a rule judges; where it leaves the item open or accuses, the language model is asked',
      },
    ],
    fields: {
      question: words('问模型的问题', 'What the model is asked'),
      rule: { type: 'check', label: { zh: '判定的规则', en: 'The rule that judges' } },
    },
    start: { question: unwritten, rule: { kind: 'phrase', lookFor: [] } },
  },
  {
    kind: 'any',
    name: { zh: '满足任一', en: 'One of several' },
    lines: [{ zh: '以下任一项达成，即为达成', en: 'met where one of these is met' }],
    fields: { of: { type: 'checks', label: { zh: '其中一项', en: 'One of' } } },
    start: {
      of: [
        { kind: 'phrase', lookFor: [] },
        { kind: 'phrase', lookFor: [] },
      ],
    },
  },
  {
    kind: 'all',
    name: { zh: '全部满足', en: 'All of several' },
    lines: [{ zh: '以下各项都达成，才为达成', en: 'met where all of these are met' }],
    fields: { of: { type: 'checks', label: { zh: '全部', en: 'All of' } } },
    start: {
      of: [
        { kind: 'phrase', lookFor: [] },
        { kind: 'phrase', lookFor: [] },
      ],
    },
  },
  {
    kind: 'choose',
    name: { zh: '按情况分支', en: 'Depends on the call' },
    lines: [
      {
        zh: '按顺序看，第一个条件成立的情况决定怎样判',
        en: 'the first case whose conditions hold decides how it is judged',
      },
    ],
    fields: {
      cases: { type: 'cases', label: { zh: '情况', en: 'Case' } },
      otherwise: { type: 'check', label: { zh: '其他情况', en: 'Otherwise' } },
    },
    start: {
      cases: [{ when: [{ kind: 'situation', in: ['complaint'] }], check: { kind: 'phrase', lookFor: [] } }],
      otherwise: { kind: 'phrase', lookFor: [] },
    },
  },
];
