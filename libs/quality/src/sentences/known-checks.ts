import { count, unwritten, words } from './fields.js';
import { choice, FACTS } from './options.js';
import { type KindSentence } from './sentence.js';

/** What the telephone system says, and what is measured from the sound. */
export const KNOWN_CHECKS: readonly KindSentence[] = [
  {
    kind: 'timing',
    name: { zh: '几声铃内接听', en: 'Answered in time' },
    fits: ({ fact }) => fact !== 'talkSeconds',
    lines: [{ zh: '第 {beforeRing} 声铃响起之前接听', en: 'answered before ring {beforeRing} starts' }],
    fields: { beforeRing: count(2, 60) },
    start: { fact: 'ringSeconds', beforeRing: 4 },
  },
  {
    kind: 'timing',
    name: { zh: '通话时长', en: 'Length of the call' },
    fits: ({ fact }) => fact === 'talkSeconds',
    lines: [{ zh: '通话不超过 {atMost} 秒', en: 'the call lasts {atMost} seconds at most' }],
    fields: { atMost: count(1, 86_400) },
    start: { fact: 'talkSeconds', atMost: 600 },
  },
  {
    kind: 'fact',
    name: { zh: '电话系统的事实', en: 'Fact of the phone system' },
    lines: [
      { zh: '看电话系统的{name}', en: 'by {name}, as the phone system says' },
      { zh: '为{met}：达成', en: '{met}: met' },
      { zh: '为{notMet}：未达成', en: '{notMet}: not met' },
      { zh: '为{notApplicable}：不适用', en: '{notApplicable}: does not apply' },
    ],
    fields: {
      name: FACTS,
      met: { type: 'values' },
      notMet: { type: 'values' },
      notApplicable: { type: 'values' },
      'explain.met': words('达成时的说明', 'What is said when met'),
      'explain.notMet': words('未达成时的说明', 'What is said when not met'),
      'explain.notApplicable': words('不适用时的说明（选填）', 'What is said where it does not apply (optional)', true),
      'explain.unknown': words('电话系统没有说明时', 'What is said where it is not known'),
      whenUnknown: {
        type: 'check',
        label: { zh: '不知道时改用的检查（选填）', en: 'Judged instead where it is not known (optional)' },
        optional: true,
      },
    },
    start: {
      name: 'hangupParty',
      met: ['customer'],
      notMet: ['agent'],
      explain: {
        met: unwritten,
        notMet: unwritten,
        unknown: {
          zh: '电话系统没有说明，此项不计分。',
          en: 'The phone system did not say; this item is not counted.',
        },
      },
    },
  },
  {
    kind: 'measure',
    name: { zh: '打断客户', en: 'Interruptions' },
    fits: (node) => 'most' in node || 'speakingMs' in node,
    lines: [
      { zh: '坐席打断客户不超过 {most} 次', en: 'the agent interrupts {most} times at most' },
      {
        zh: '客户已说 {speakingMs} 毫秒、双方同时说话 {overlapMs} 毫秒才算打断',
        en: 'counted when the customer has spoken for {speakingMs} ms and both then speak for {overlapMs} ms',
      },
      { zh: '坐席不足 {leastWords} 个字的应答不算', en: 'answers of the agent below {leastWords} words do not count' },
    ],
    fields: {
      most: count(0, 100),
      speakingMs: count(0, 60_000),
      overlapMs: count(1, 60_000),
      leastWords: count(0, 100),
    },
    start: { measure: 'interruptions', speakingMs: 1000, overlapMs: 700, leastWords: 3, most: 0 },
  },
  {
    kind: 'measure',
    name: { zh: '从声音测量', en: 'Measured from the sound' },
    fits: (node) => !('most' in node) && !('speakingMs' in node),
    lines: [
      { zh: '[{side}的]{measure}', en: '{measure}[ of {side}]' },
      { zh: '[至少 {atLeast}]', en: '[at least {atLeast}]' },
      { zh: '[至多 {atMost}]', en: '[at most {atMost}]' },
      { zh: '[静默从 {fromSeconds} 秒算起]', en: '[silences from {fromSeconds} seconds on]' },
    ],
    fields: {
      measure: choice(
        undefined,
        ['talkShare', '说话占比（%）', 'the share of speech (%)'],
        ['rate', '语速（每分钟字数或词数）', 'the rate (characters or words a minute)'],
        ['interruptions', '打断次数', 'the interruptions'],
        ['longestSilence', '最长静默（秒）', 'the longest silence (seconds)'],
        ['silences', '静默次数', 'the silences'],
        ['talkOver', '同时说话（次）', 'the talk-over (times)'],
      ),
      side: choice(undefined, ['agent', '坐席', 'the agent'], ['customer', '客户', 'the customer']),
      atLeast: { type: 'bound' },
      atMost: { type: 'bound' },
      fromSeconds: count(3, 3600),
    },
    start: { measure: 'longestSilence', atMost: 30 },
  },
];
