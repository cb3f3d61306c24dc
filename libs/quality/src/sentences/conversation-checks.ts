import { count, NOT_APPLICABLE, share, words } from './fields.js';
import { choice, choices, QUERY } from './options.js';
import { type KindSentence } from './sentence.js';

/** What the conversation as a whole shows: empathy, its outcome, what was confirmed and promised. */
export const CONVERSATION_CHECKS: readonly KindSentence[] = [
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
