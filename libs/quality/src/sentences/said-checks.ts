import { count, NOT_APPLICABLE } from './fields.js';
import { choice, LISTS, QUERY, SPEAKER, ZONE } from './options.js';
import { type KindSentence } from './sentence.js';

/** What is said, and what follows it. */
export const SAID_CHECKS: readonly KindSentence[] = [
  {
    kind: 'phrase',
    name: { zh: '说过或没说某些话', en: 'Something was said, or not' },
    lines: [
      {
        zh: '看{speaker}{zone}说的话[，只看开头 {firstSeconds} 秒]',
        en: 'in what {speaker} says {zone}[, within the first {firstSeconds} seconds]',
      },
      { zh: '说到{lookFor}：达成', en: '{lookFor}: met' },
      { zh: '说到{against}：未达成', en: '{against}: not met' },
      { zh: '说到{doubtful}：交人工判断', en: '{doubtful}: left to a person' },
      { zh: '{notWithin}里的不算', en: 'not where it is part of {notWithin}' },
      { zh: '都没有听到：{whenAbsent}', en: 'none of it heard: {whenAbsent}' },
      { zh: '正反两方面都听到：{whenBoth}', en: 'heard for and against: {whenBoth}', quiet: true },
    ],
    fields: {
      speaker: SPEAKER,
      zone: ZONE,
      firstSeconds: count(1, 3600),
      lookFor: LISTS,
      against: LISTS,
      doubtful: LISTS,
      notWithin: LISTS,
      whenAbsent: choice(
        'not_met',
        ['not_met', '未达成', 'not met'],
        ['met', '达成', 'met'],
        ['ambiguous', '交人工判断', 'left to a person'],
        ['no_fact', '不计分', 'not counted'],
      ),
      whenBoth: choice(
        'met',
        ['met', '达成', 'met'],
        ['not_met', '未达成', 'not met'],
        ['ambiguous', '交人工判断', 'left to a person'],
      ),
    },
    start: { lookFor: [] },
  },
  {
    kind: 'examples',
    name: { zh: '像示例的话', en: 'Said like these examples' },
    lines: [
      {
        zh: '看{speaker}{zone}说的话[，只看开头 {firstSeconds} 秒]',
        en: 'in what {speaker} says {zone}[, within the first {firstSeconds} seconds]',
      },
      { zh: '没有一句像任何示例：{whenNone}', en: 'no sentence is like any example: {whenNone}' },
    ],
    fields: {
      speaker: choice('agent', ['agent', '坐席', 'the agent'], ['customer', '客户', 'the customer']),
      zone: ZONE,
      firstSeconds: count(1, 3600),
      whenNone: choice(
        'ambiguous',
        ['ambiguous', '交人工判断', 'left to a person'],
        ['met', '达成', 'met'],
        ['not_applicable', '不适用', 'does not apply'],
      ),
      met: { type: 'examples', label: { zh: '算达成的话', en: 'Sentences that meet it' } },
      notMet: { type: 'examples', label: { zh: '算未达成的话', en: 'Sentences that do not' } },
    },
    start: { met: { zh: [], en: [] }, notMet: { zh: [], en: [] } },
  },
  {
    kind: 'sequence',
    name: { zh: '先后呼应', en: 'One thing calls for another' },
    lines: [
      { zh: '听到：{trigger}', en: 'where {trigger}' },
      {
        zh: '{order}[的 {withinTurns} 个话轮内]要有：{response}',
        en: '{order}[, within {withinTurns} turns], {response}',
      },
      { zh: '{every}', en: '{every}', quiet: true },
      { zh: '{responseSuffices}', en: '{responseSuffices}', quiet: true },
    ],
    fields: {
      trigger: QUERY,
      response: QUERY,
      order: choice(
        undefined,
        ['after', '在此之后', 'after that'],
        ['before', '在此之前', 'before that'],
        ['around', '在此前后', 'before or after that'],
      ),
      withinTurns: count(0, 1000),
      every: choice(false, [false, '有一处呼应即可', 'once is enough'], [true, '每一处都要呼应', 'every time']),
      responseSuffices: choice(
        false,
        [false, '没有听到前者，此项不适用', 'without the first it does not apply'],
        [true, '没有听到前者，有后者也算达成', 'the second alone is met, too'],
      ),
      noTrigger: NOT_APPLICABLE,
    },
    start: {
      trigger: { lookFor: [], speaker: 'agent' },
      response: { lookFor: [], speaker: 'agent' },
      order: 'after',
      noTrigger: { zh: '没有出现需要呼应的话，此项不适用。', en: 'Nothing called for it; this does not apply.' },
    },
  },
  {
    kind: 'steps',
    name: { zh: '依次完成多步', en: 'Several steps in order' },
    lines: [
      { zh: '听到：{start}', en: 'once {start}' },
      { zh: '之后要有：{steps}', en: 'then {steps}' },
      { zh: '{anyOrder}', en: '{anyOrder}', quiet: true },
    ],
    fields: {
      start: QUERY,
      steps: { type: 'queries' },
      anyOrder: choice(false, [false, '按此顺序', 'in this order'], [true, '顺序不限', 'in any order']),
      noStart: NOT_APPLICABLE,
    },
    start: {
      start: { lookFor: [], speaker: 'customer' },
      steps: [{ lookFor: [] }],
      noStart: {
        zh: '没有出现需要这些步骤的情况，此项不适用。',
        en: 'Nothing called for these steps; this does not apply.',
      },
    },
  },
];
