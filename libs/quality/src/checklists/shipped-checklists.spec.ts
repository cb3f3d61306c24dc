import { type ScoringFacts, type Outcome } from '#contracts';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { buildTranscript, PROFILE, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { prepareChecklist } from '../scoring/judge-checklist.rules.js';
import { prepareReader } from '../scoring/score.rules.js';
import { loadChecklist } from './load-checklist.js';

const read = prepareReader({ lexicons: loadLexicons(), profile: PROFILE });
const lists = new Map(
  ['standard-outbound', 'complaint', 'transfer'].map((name) => [name, prepareChecklist(loadChecklist(name).checklist)]),
);

function judge(name: string, lines: readonly string[], facts: Partial<ScoringFacts> = {}) {
  const call = read({
    transcript: buildTranscript(lines),
    transcriptVersion: 1,
    facts: { ...UNKNOWN_FACTS, ...facts },
  });
  const list = lists.get(name)!;
  const { items, points, maxPoints } = list.judge(call);
  const outcomes = Object.fromEntries(items.map(({ itemId, outcome }) => [itemId, outcome])) as Record<string, Outcome>;
  return { applies: list.applies(call), outcomes, points, maxPoints };
}

const OUTBOUND = [
  'A: 您好，我是青禾银行的王蕾，请问您现在方便接电话吗？',
  'C: 方便，你说吧，什么事情呢。',
  'A: 给您来电是想跟您核对一下上周申请的信用卡资料。',
  'C: 好的，资料没有问题，我都核对过了。',
  'A: 好的，感谢您的配合，祝您生活愉快，再见。',
  'C: 再见。',
];

describe('standard-outbound', () => {
  it('finds introduction, purpose, whether it suits, and the goodbye', () => {
    const { applies, outcomes } = judge('standard-outbound', OUTBOUND, { direction: 'outbound' });
    expect(applies).toBe(true);
    const asked = [
      'greeting.salutation',
      'greeting.company',
      'outbound.purpose',
      'outbound.convenient',
      'closing.farewell',
    ];
    for (const id of asked) expect([id, outcomes[id]]).toEqual([id, 'met']);
  });

  it('caps the form for a call in quiet hours, and judges length, as facts', () => {
    const at = (quietHours: boolean | null) =>
      judge('standard-outbound', OUTBOUND, { direction: 'outbound', quietHours, talkSeconds: 700 });
    expect(at(true).outcomes).toMatchObject({ 'outbound.quiet_hours': 'not_met', 'outbound.duration': 'not_met' });
    expect(at(true).points).toBe(Math.min(at(false).points - 8, Math.floor(at(true).maxPoints * 0.6)));
    expect(at(null).outcomes['outbound.quiet_hours']).toBe('insufficient');
  });

  it('judges no inbound call', () => {
    expect(judge('standard-outbound', OUTBOUND).applies).toBe(false);
  });
});

const COMPLAINT = [
  'A: 您好，青禾银行，请问有什么可以帮您？',
  'C: 我要投诉！你们的扣费错了三次，我非常生气！',
  'A: 非常抱歉给您带来不便，我非常理解您的心情。这笔费用是系统重复扣款造成的。',
  'C: 那你们怎么处理？叫你们经理来接电话。',
  'A: 我马上为您登记，由我全程跟进，明天下午三点前给您回复。',
  'C: 好吧，我等你电话。',
];

describe('complaint', () => {
  it('judges a complaint, and no question', () => {
    expect(judge('complaint', COMPLAINT).applies).toBe(true);
    const question = [
      'A: 您好，请问有什么可以帮您？',
      'C: 我想请问一下你们营业厅几点开门呢？',
      'A: 上午九点开门。',
      'C: 好的谢谢。',
    ];
    expect(judge('complaint', question).applies).toBe(false);
  });

  it('finds acknowledgement before explanation, apology, time and person', () => {
    const { outcomes } = judge('complaint', COMPLAINT);
    for (const id of ['complaint.apology', 'complaint.time_given', 'complaint.person_named', 'conduct.no_arguing']) {
      expect([id, outcomes[id]]).toEqual([id, 'met']);
    }
    expect(outcomes['complaint.acknowledged_first']).not.toBe('not_met');
    const without = COMPLAINT.with(2, 'A: 这笔费用是系统重复扣款造成的。');
    expect(judge('complaint', without).outcomes['complaint.apology']).toBe('not_met');
  });
});

const COMPLAINT_EN = [
  'A: hello green grain bank how can i help you',
  'C: i want to make a complaint you charged me three times and i am really angry',
  'A: i am so sorry about that i understand how frustrating this is. the reason is that the system took the fee twice',
  'C: and what are you going to do about it let me speak to your manager',
  'A: i will pass this to my manager and i will personally call you back tomorrow by three',
  'C: fine i will wait',
];

describe.each([
  ['zh', COMPLAINT, 'A: 这笔费用是因为系统重复扣款造成的。非常抱歉给您带来不便。'],
  ['en', COMPLAINT_EN, 'A: the reason is that the system took the fee twice. i am so sorry about that'],
] as const)('the order of a complaint (%s)', (_, lines, explainedFirst) => {
  it('is met where acknowledgement comes before the explanation, then next step, time and person', () => {
    const { applies, outcomes } = judge('complaint', lines);
    expect(applies).toBe(true);
    expect(outcomes).toMatchObject({
      'complaint.acknowledged_first': 'met',
      'complaint.apology': 'met',
      'conduct.no_arguing': 'met',
      'complaint.time_given': 'met',
      'complaint.person_named': 'met',
      'complaint.escalated_when_asked': 'met',
    });
  });

  it('is broken where the explanation comes first, though sorry is said', () => {
    const { outcomes } = judge('complaint', lines.with(2, explainedFirst));
    expect(outcomes).toMatchObject({ 'complaint.acknowledged_first': 'not_met', 'complaint.apology': 'met' });
  });
});

describe('transfer', () => {
  const lines = [
    'A: 您好，青禾银行，请问有什么可以帮您？',
    'C: 我想问一下企业贷款的事情怎么办理。',
    'A: 您的问题需要由贷款部的同事为您处理，我帮您转接过去可以吗？',
    'C: 可以，麻烦你了。',
  ];

  it('judges what the phone system says was transferred, and nothing where it does not say', () => {
    expect(judge('transfer', lines, { transfer: 'warm' }).applies).toBe(true);
    expect(judge('transfer', lines, { transfer: 'none' }).applies).toBe(false);
    expect(judge('transfer', lines).applies).toBe(false);
  });

  it('asks for purpose and consent in words, for briefing and hand-over as facts', () => {
    const warm = judge('transfer', lines, { transfer: 'warm', consulted: true });
    expect(warm.outcomes).toEqual({
      'transfer.purpose_consent': 'met',
      'transfer.briefed': 'met',
      'transfer.not_blind': 'met',
      'transfer.alternative_offered': 'not_applicable',
    });
    const blind = judge('transfer', lines, { transfer: 'blind', consulted: false });
    expect(blind.outcomes).toMatchObject({ 'transfer.briefed': 'not_met', 'transfer.not_blind': 'not_met' });
  });
});
