import { checkIdOf, prepareCheck } from './index.js';
import { compileLexicon } from '../lexicons/lexicon.rules.js';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { CallView } from '../call-view/call-view.rules.js';

const RULE = { kind: 'phrase', lookFor: ['salutation'] };
const CHECK = {
  kind: 'model',
  question: { zh: '坐席问候客户了吗？', en: 'Did the agent greet the customer?' },
  rule: RULE,
};
const lexicon = compileLexicon(rulebook.lexicons.en, PROFILE);

describe('a check with a question for a model', () => {
  it('judges as its rule does', () => {
    const facts = { transcriptVersion: 2, facts: UNKNOWN_FACTS, profile: PROFILE, lexicon, lexiconHash: 'spec' };
    for (const lines of [['A: hello', 'C: yes'], ['A: well', 'C: yes'], ['?: hello']]) {
      const call = new CallView({ transcript: buildTranscript(lines), ...facts });
      expect(prepareCheck(CHECK)(call)).toEqual(prepareCheck(RULE)(call));
    }
    expect(checkIdOf(CHECK)).toBe('model/2');
  });

  it.each([
    { ...CHECK, question: { zh: '好吗', en: 'ok?' } },
    { ...CHECK, rule: undefined },
    { ...CHECK, temperature: 1 },
  ])('refuses %j', (check) => expect(() => prepareCheck(check as never)).toThrow());
});
