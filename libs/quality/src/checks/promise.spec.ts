import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareReader } from '../scoring/score.rules.js';
import { buildTranscript, PROFILE, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { NO_CONTEXT } from './check.js';
import { promiseCheck } from './promise.check.js';

const read = prepareReader({ lexicons: loadLexicons(), profile: PROFILE });
const judge = promiseCheck.prepare(
  { kind: 'promise', noTrigger: { zh: '没有承诺。', en: 'No promise.' } },
  () => () => {
    throw new Error('nothing is nested');
  },
  NO_CONTEXT,
);
const judged = (...lines: string[]) =>
  judge(read({ transcript: buildTranscript(lines), transcriptVersion: 1, facts: UNKNOWN_FACTS }));

describe('the check of promises', () => {
  it('is not met by a promise without a time, and shows its words and where a time was looked for', () => {
    const { outcome, evidence, explanation } = judged('C: 怎么办', 'A: 我会尽快给您回电', 'C: 好的');
    expect(outcome).toBe('not_met');
    expect(evidence).toMatchObject([
      { kind: 'words', turn: 1 },
      { kind: 'absence', fromTurn: 0, toTurn: 2 },
    ]);
    expect(explanation.zh).toBe(
      '答应了回电（0:04），但没有说出时间。已查看 0:00 至通话结束的 3 个话轮，没有找到日期、钟点或时限。',
    );
  });

  it('is met by a time said two turns later, and shows both', () => {
    const { outcome, evidence } = judged(
      "A: I'll call you back",
      'C: how soon is that',
      'A: by three tomorrow afternoon',
    );
    expect(outcome).toBe('met');
    expect(evidence).toMatchObject([
      { kind: 'words', turn: 0 },
      { kind: 'words', turn: 2 },
    ]);
  });

  it.each([
    [['A: 办好以后会短信通知您', 'C: 要多久', 'A: [数字]-[数字]个工作日'], 'met'],
    [["A: The refund will be processed within [NUMBER] business days, and I'll call you back", 'C: fine'], 'met'],
    [['A: 我会尽快给您回电，您的订单号是[数字]', 'C: 好的'], 'not_met'],
    [['A: 您好，[数字]号客服为您服务，我会尽快给您回电', 'C: 好的'], 'insufficient'],
    [['A: 我会尽快给您回电，[数字]点之前', 'C: 好的'], 'met'],
    [['A: 我会尽快给您回电，您的套餐是[金额]月租', 'C: 好的'], 'not_met'],
    [["A: I'll call you back, your rate is [AMOUNT] month by month", 'C: fine'], 'not_met'],
    [["A: I'll call you back within [CARDINAL] days", 'C: fine'], 'met'],
    [["A: I'll call you back, your fare is [CARD] days, [CARD_NUMBER] days", 'C: fine'], 'not_met'],
    [["A: I'll call you back, it is for [ORDER_ID] days, [CREDITCARD] days, [FIRSTNAME] days", 'C: fine'], 'not_met'],
    [["A: I'll call you back, it is for [CUSTOMER_ID] days", 'C: fine'], 'not_met'],
  ])('takes a time whose number was taken out for one, and nothing else that was: %j', (lines, outcome) => {
    expect(judged(...lines).outcome).toBe(outcome);
  });

  it('does not apply without a promise', () =>
    expect(judged("A: We can't promise to call you back", 'C: oh')).toMatchObject({ outcome: 'not_applicable' }));
});
