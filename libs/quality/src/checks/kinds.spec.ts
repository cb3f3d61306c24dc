import { evidenceSchema, type CheckDefinition } from '#contracts';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { CallView } from '../call-view/call-view.rules.js';
import { compileLexicon } from '../lexicons/lexicon.rules.js';
import { prepareCheck } from './index.js';
import { type Finding } from './finding.js';

const lexicon = compileLexicon(rulebook.lexicons.en, PROFILE);
const none = { zh: '无', en: 'none' };

function judge(definition: CheckDefinition, ...lines: string[]): Finding {
  const rest = { transcriptVersion: 1, facts: UNKNOWN_FACTS, profile: PROFILE, lexicon, lexiconHash: 'spec' };
  return prepareCheck(definition)(new CallView({ transcript: buildTranscript(lines), ...rest }));
}

describe('choose', () => {
  const check = {
    kind: 'choose',
    cases: [
      { when: [{ kind: 'situation', in: ['complaint', 'upset'] }], check: { kind: 'phrase', lookFor: ['apology'] } },
    ],
    otherwise: { kind: 'phrase', lookFor: ['farewell'] },
  };

  it('judges by the first case that holds, else by the last resort', () => {
    expect(judge(check, 'A: i am so sorry about that', 'C: i want to make a complaint').outcome).toBe('met');
    expect(judge(check, 'A: goodbye', 'C: i want to make a complaint').outcome).toBe('not_met');
    expect(judge(check, 'A: goodbye', 'C: what are your hours').outcome).toBe('met');
  });

  it('refuses a condition of no known kind', () => {
    expect(() => prepareCheck({ ...check, cases: [{ when: [{ kind: 'mood' }], check: check.otherwise }] })).toThrow();
  });
});

describe('human', () => {
  it('always waits for a person', () => {
    const found = judge({ kind: 'human', ask: none }, 'A: hello');
    expect(found).toMatchObject({ outcome: 'insufficient', reason: 'left_to_a_person', confidence: 0 });
  });
});

describe('a phrase check without any list', () => {
  it.each(['not_met', 'met'])('leaves the item to a person, also where absence would be %s', (whenAbsent) => {
    const found = judge({ kind: 'phrase', lookFor: [], whenAbsent }, 'A: hello', 'C: my card is broken');
    expect(found).toMatchObject({ outcome: 'insufficient', reason: 'left_to_a_person', evidence: [] });
    expect(found.explanation.en).toContain('nothing to look for');
  });

  it('does not keep a card from being read that was filed before', () => {
    const absence = { kind: 'absence', fromTurn: 0, toTurn: 3, lookedFor: [] };
    expect(evidenceSchema.safeParse(absence).success).toBe(true);
  });
});

describe('steps', () => {
  const check = {
    kind: 'steps',
    start: { lookFor: ['complaint'], speaker: 'customer' },
    steps: [{ lookFor: ['apology'] }, { lookFor: ['promise'] }],
    noStart: none,
  };
  const complaint = 'C: i want to make a complaint';

  it('wants them after the start, and in order', () => {
    expect(judge(check, complaint, 'A: i am so sorry about that', 'A: i will call you back').outcome).toBe('met');
    expect(judge(check, complaint, 'A: i will call you back', 'A: i am so sorry about that').outcome).toBe('not_met');
    expect(
      judge({ ...check, anyOrder: true }, complaint, 'A: i will call you back', 'A: i am so sorry about that').outcome,
    ).toBe('met');
    expect(judge(check, 'A: i am so sorry about that', 'A: i will call you back', complaint).outcome).toBe('not_met');
  });

  it('does not apply without a start', () => {
    expect(judge(check, 'C: what are your hours', 'A: hello').outcome).toBe('not_applicable');
  });
});

describe('read_back', () => {
  it('is met by a number repeated, not by a bare courtesy', () => {
    const check = { kind: 'read_back', enough: 0.7, tooLittle: 0.3 };
    expect(judge(check, 'C: it is four five six seven', 'A: four five six seven').outcome).toBe('met');
    const missing = judge(check, 'C: it is four five six seven', 'A: okay');
    expect(missing.outcome).toBe('not_met');
    expect(missing.evidence).toEqual([{ kind: 'absence', fromTurn: 1, toTurn: 1, lookedFor: ['read_back'] }]);
  });
});

describe('resolution', () => {
  it('tells the outcome, and abstains where signs disagree', () => {
    const check = { kind: 'resolution' };
    expect(judge(check, 'C: my card is broken', 'A: i have ordered a new card', 'C: great thanks').outcome).toBe('met');
    expect(judge(check, 'C: my card is broken', 'A: that is not our department').outcome).toBe('not_met');
    expect(judge({ ...check, sureFrom: 1 }, 'C: my card is broken', 'A: not our department').reason).toBe(
      'checks_disagree',
    );
  });
});

describe('empathy', () => {
  const check = { kind: 'empathy', response: { lookFor: ['apology', 'acknowledgement'] }, noCall: none };

  it('is given, missing, or not called for', () => {
    expect(judge(check, 'C: my parcel never arrived', 'A: i am so sorry about that').outcome).toBe('met');
    expect(judge(check, 'C: my parcel never arrived', 'A: one moment').outcome).toBe('not_met');
    expect(judge(check, 'C: what are your hours', 'A: nine to five').outcome).toBe('not_applicable');
    expect(judge(check, 'C: what are your hours', 'A: sorry about the wait nine to five sorry').outcome).toBe(
      'not_applicable',
    );
  });
});

describe('where a phrase is looked for', () => {
  const apology = { kind: 'phrase', lookFor: ['apology'] };
  const sorry = 'A: i am so sorry about that';

  it('may be the first or last turns, after or before something', () => {
    expect(judge({ ...apology, firstTurns: 1 }, 'A: hm', sorry).outcome).toBe('not_met');
    expect(judge({ ...apology, lastTurns: 1 }, 'A: hm', sorry).outcome).toBe('met');
    const after = { ...apology, after: { lookFor: ['complaint'], speaker: 'customer' } };
    expect(judge(after, sorry, 'C: i want to make a complaint').outcome).toBe('not_met');
    expect(judge(after, 'C: i want to make a complaint', sorry).outcome).toBe('met');
    const before = { ...apology, before: { lookFor: ['complaint'], speaker: 'customer' } };
    expect(judge(before, 'C: i want to make a complaint', sorry).outcome).toBe('not_met');
  });

  it('may refuse a negation, or ask for one', () => {
    const promise = { kind: 'phrase', lookFor: ['farewell'] };
    expect(judge({ ...promise, negation: 'require' }, 'A: goodbye').outcome).toBe('not_met');
    expect(judge({ ...promise, negation: 'reject' }, 'A: goodbye').outcome).toBe('met');
  });
});

describe('a phrase that is looked for loosely', () => {
  const lines = ['A: 您好请讲', 'C: 我的卡丢了怎么补办', 'A: 去网点补办', 'C: 好', 'A: 请问还其他需嘛'];
  const zh = compileLexicon(rulebook.lexicons.zh, PROFILE);
  const outcome = (rest: object, spoken: string[]): string =>
    prepareCheck({ kind: 'phrase', lookFor: ['further_help'], ...rest })(
      new CallView({
        ...{ transcriptVersion: 1, facts: UNKNOWN_FACTS, profile: PROFILE, lexicon: zh, lexiconHash: 'spec' },
        transcript: buildTranscript(spoken),
      }),
    ).outcome;

  it('is recognised by what is left of it, in its zone and nowhere else', () => {
    expect(outcome({}, lines)).toBe('not_met');
    expect(outcome({ loosely: 'closing' }, lines)).toBe('met');
    expect(outcome({ loosely: 'opening' }, lines)).toBe('not_met');
    expect(outcome({ loosely: 'closing' }, [...lines.slice(0, 4), 'A: 如果没其他需的话请挂机'])).toBe('not_met');
  });
});
