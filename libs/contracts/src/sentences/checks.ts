import { choice, choices, FACTS, LISTS, QUERY, SPEAKER, ZONE } from './options.js';
import { type KindSentence, type SentenceField } from './sentence.js';

const count = (least: number, most?: number): SentenceField => ({
  type: 'number',
  least,
  ...(most !== undefined && { most }),
});
const share: SentenceField = { type: 'number', least: 0, most: 1, percent: true };
const words = (zh: string, en: string, optional = false): SentenceField => ({
  type: 'words',
  label: { zh, en },
  optional,
});

const NOT_APPLICABLE = words('不适用时的说明', 'What is said where it does not apply');
const unwritten = { zh: '', en: '' };

/** How each kind of check is said and edited. A new kind is one row here. */
export const CHECK_SENTENCES: readonly KindSentence[] = [
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
  {
    kind: 'empathy',
    name: { zh: '体谅', en: 'Empathy' },
    lines: [{ zh: '客户说到困难或不满时，要有：{response}', en: 'where the customer voices trouble, {response}' }],
    fields: { response: QUERY, noCall: NOT_APPLICABLE },
    start: {
      response: { lookFor: ['apology', 'acknowledgement', 'reassurance'], notWithin: ['not_apology'] },
      noCall: {
        zh: '客户没有提到困难或不满，此项不适用。',
        en: 'The customer voiced no trouble; nothing called for it.',
      },
    },
  },
  {
    kind: 'resolution',
    name: { zh: '处理结果', en: 'Outcome of the matter' },
    lines: [
      { zh: '客户的事{met}：达成', en: 'the matter {met}: met' },
      { zh: '{notMet}：未达成', en: 'it {notMet}: not met' },
      { zh: '{timed}', en: '{timed}', quiet: true },
      { zh: '[把握不足 {sureFrom}% 时交人工判断]', en: '[left to a person below {sureFrom}% certainty]' },
    ],
    fields: {
      met: choices(['resolved', 'deferred', 'handed_over'], ...resolutions()),
      notMet: choices(['deflected', 'none'], ...resolutions()),
      timed: choice(
        false,
        [false, '不要求说出时间', 'no time has to be said'],
        [true, '约定后续或交接时要说出时间', 'a next step or hand-over needs a time'],
      ),
      sureFrom: share,
    },
    start: {},
  },
  {
    kind: 'read_back',
    name: { zh: '复述确认', en: 'Read back or confirmed' },
    lines: [
      { zh: '坐席用{ways}确认客户所说', en: 'the agent confirms what the customer said, by {ways}' },
      { zh: '[把握达到 {enough}% 为达成]', en: '[met from {enough}% on]' },
      { zh: '[低于 {tooLittle}% 为未达成，之间交人工]', en: '[not met below {tooLittle}%, a person decides between]' },
    ],
    fields: {
      ways: choices(
        ['number', 'detail', 'check', 'echo', 'lead', 'done', 'answer', 'agreed'],
        ['number', '重复号码', 'a number repeated'],
        ['detail', '重复具体信息', 'a detail repeated'],
        ['check', '核对的问题', 'a question to check'],
        ['echo', '重复原话', 'words repeated'],
        ['lead', '引出确认的话', 'words that lead up to it'],
        ['done', '说明已照办', 'saying that it is done'],
        ['answer', '回答客户的核对', 'an answer to the customer’s own check'],
        ['agreed', '客户表示对', 'a yes of the customer'],
      ),
      enough: share,
      tooLittle: share,
      nothingOfTheirOwn: words(
        '没有可确认的内容时的说明（选填）',
        'What is said where there was nothing to confirm (optional)',
        true,
      ),
    },
    start: {},
  },
  {
    kind: 'echo',
    name: { zh: '重复号码', en: 'Number repeated' },
    lines: [
      {
        zh: '客户说出 {leastNumbers} 位以上的号码，坐席要在 {withinTurns} 个话轮内重复',
        en: 'the agent repeats a number of {leastNumbers} digits or more within {withinTurns} turns',
      },
    ],
    fields: { leastNumbers: count(1, 40), withinTurns: count(1, 100) },
    start: { withinTurns: 4, leastNumbers: 4 },
  },
  {
    kind: 'promise',
    name: { zh: '承诺有时间', en: 'Promise with a time' },
    lines: [
      { zh: '坐席答应的事都要说出时间', en: 'every promise of the agent names a time' },
      { zh: '没有答应任何事：{whenNone}', en: 'nothing promised: {whenNone}' },
    ],
    fields: {
      whenNone: choice(
        'not_applicable',
        ['not_applicable', '不适用', 'does not apply'],
        ['not_met', '未达成', 'not met'],
      ),
      noTrigger: NOT_APPLICABLE,
    },
    start: { noTrigger: { zh: '没有作出承诺，此项不适用。', en: 'No promise was made; nothing called for a time.' } },
  },
];

function resolutions(): [string, string, string][] {
  return [
    ['resolved', '得到解决', 'was solved'],
    ['deferred', '约定后续处理', 'was put off with a next step'],
    ['handed_over', '交由他人处理', 'was handed over'],
    ['deflected', '推给客户或别处', 'was sent away'],
    ['none', '没有结果', 'led to nothing'],
  ];
}
