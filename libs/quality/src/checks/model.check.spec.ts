import { type ModelSaid, type Outcome } from '#contracts';
import { compileLexicon } from '../lexicons/lexicon.rules.js';
import { questionKey } from '../model-scorer/questions.rules.js';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { CallView } from '../scoring/call-view.rules.js';
import { checkIdOf, prepareCheck } from './index.js';

const QUESTION = { zh: '坐席问候客户了吗？', en: 'Did the agent greet the customer?' };
const RULE = { kind: 'phrase', lookFor: ['salutation'], doubtful: ['promise'] };
const CHECK = { kind: 'model', question: QUESTION, rule: RULE };
const lexicon = compileLexicon(rulebook.lexicons.en, PROFILE);

const about = { model: 'm-1', host: 'h:1', promptVersion: 1, requestHash: 'x' };
const answer = (outcome: Outcome, turns: number[], confidence = 0.7): ModelSaid => ({
  said: 'answer',
  ...about,
  answer: { outcome, turns, confidence },
});

function judge(said: unknown, lines = ['A: hello', 'C: yes'], check: object = CHECK) {
  const call = new CallView({
    transcript: buildTranscript(lines),
    transcriptVersion: 2,
    facts: UNKNOWN_FACTS,
    profile: PROFILE,
    lexicon,
    lexiconHash: 'spec',
    answers: said === undefined ? {} : { [questionKey(QUESTION.en)]: said },
  });
  return prepareCheck(check as typeof CHECK)(call);
}

describe('a model beside a rule', () => {
  it('leaves the rule alone where no model was asked', () => {
    expect(judge(undefined)).toEqual(judge(undefined, undefined, RULE));
    expect(checkIdOf(CHECK)).toBe('model/1');
  });

  it('confirms, as sure as the less sure of both, with the evidence of both', () => {
    const { outcome, source, confidence, evidence, explanation } = judge(answer('met', [1, 0, 1]));
    expect([outcome, source, confidence]).toEqual(['met', 'model', 0.7]);
    expect(evidence.map((one) => (one.kind === 'words' ? [one.turn, one.toChar] : one.kind))).toEqual([
      [0, 5],
      [0, 5],
      [1, 3],
    ]);
    expect(explanation.en).toMatch(/The model m-1 came to the same\.$/);
    expect(judge(answer('not_met', [0]), ['A: well', 'C: yes'])).toMatchObject({ outcome: 'not_met', source: 'model' });
  });

  it.each(['not_met', 'not_applicable', 'insufficient'] as const)(
    'leaves it to a person where it says %s instead',
    (said) => {
      expect(judge(answer(said, [0]))).toMatchObject({
        outcome: 'insufficient',
        reason: 'checks_disagree',
        source: 'model',
      });
    },
  );

  it.each([[[]], [[2]], [[0, 99]]])('is not used where it cites %j', (turns) => {
    const found = judge(answer('met', turns));
    expect(found).toMatchObject({ outcome: 'insufficient', reason: 'checks_disagree' });
    expect(found.explanation.en).toContain('named nothing');
  });

  it('decides nothing that the rule leaves open', () => {
    expect(judge(answer('met', [0]), ['A: i will call you back', 'C: yes'])).toMatchObject({
      reason: 'ambiguous',
      source: 'rule',
    });
    expect(judge(answer('met', [0]), ['?: hello', 'C: yes'])).toMatchObject({ reason: 'speakers_unknown' });
  });

  it('says why there is no answer, and goes by the rule', () => {
    const found = judge({ said: 'nothing', ...about, why: 'timeout' });
    expect(found).toMatchObject({ outcome: 'met', source: 'rule' });
    expect(found.explanation).toMatchObject({ en: expect.stringContaining('did not answer in time') as string });
  });

  it.each([{ outcome: 'met' }, 'met', null, { said: 'answer', ...about, answer: { outcome: 'met', turns: [0] } }])(
    'takes %j for nothing',
    (said) => expect(judge(said)).toEqual(judge(undefined)),
  );

  it('hears no answer to another question', () => {
    const other = { ...CHECK, question: { ...QUESTION, en: 'Did the agent say goodbye?' } };
    expect(judge(answer('not_met', [0]), undefined, other)).toMatchObject({ outcome: 'met', source: 'rule' });
  });

  it.each([
    { ...CHECK, question: { zh: '好吗', en: 'ok?' } },
    { ...CHECK, rule: undefined },
    { ...CHECK, temperature: 1 },
  ])('refuses %j', (check) => expect(() => prepareCheck(check as never)).toThrow());
});
