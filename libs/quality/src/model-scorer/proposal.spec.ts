import { type ModelSaid, type ModelTrust, type Outcome } from '#contracts';
import { abstain, finding, type Finding } from '../checks/finding.js';
import { compileLexicon } from '../lexicons/lexicon.rules.js';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { CallView } from '../call-view/call-view.rules.js';
import { besideModel } from './proposal.rules.js';
import { questionKey } from './questions.rules.js';
import { proofsOf, withTrust, type Reviewed } from './proofs.rules.js';

const QUESTION = { zh: '坐席问候客户了吗？', en: 'Did the agent greet the customer?' };
const ITEM = { id: 'greeting.salutation', check: { kind: 'model', question: QUESTION, rule: {} } };
const KEY = questionKey(QUESTION.en);
const lexicon = compileLexicon(rulebook.lexicons.en, PROFILE);
const why = { zh: '规则', en: 'The rule.' };
const OPEN = abstain('ambiguous', 'rule', why);
const ACCUSES = finding('not_met', { source: 'rule', confidence: 0.9, evidence: [], explanation: why });

const about = { model: 'm-1', host: 'h:1', promptVersion: 2, questionKey: KEY, requestHash: 'x' };
const trusted = (standing: ModelTrust['standing'], itemId = ITEM.id): ModelTrust[] => [
  { itemId, n: 50, agreed: 49, low: 0.9, high: 1, target: 0.85, standing },
];
const says = (outcome: Outcome, trust?: ModelTrust[], cited = [{ turn: 0, fromChar: 0, toChar: 5 }]): ModelSaid => ({
  ...{ said: 'answer', ...about, served: 'f.gguf', answer: { outcome, cited, confidence: 0.7 } },
  ...(trust && { trust }),
});

function beside(found: Finding, said: unknown, item: Parameters<typeof besideModel>[1] = ITEM, key = KEY) {
  const call = new CallView({
    transcript: buildTranscript(['A: hello', 'C: yes']),
    transcriptVersion: 2,
    facts: UNKNOWN_FACTS,
    profile: PROFILE,
    lexicon,
    lexiconHash: 'spec',
    answers: { [key]: said },
  });
  return besideModel(call, item, found);
}

describe('a model beside a rule', () => {
  it('is looked up only where a rule over words left the item open, or accuses', () => {
    const met = finding('met', { source: 'rule', confidence: 1, evidence: [], explanation: why });
    const others = [
      met,
      finding('not_applicable', { source: 'rule', confidence: 1, evidence: [], explanation: why }),
      { ...ACCUSES, source: 'fact' as const },
      ...(['no_fact', 'words_unreliable', 'speakers_unknown', 'too_few_words'] as const).map((reason) =>
        abstain(reason, 'rule', why),
      ),
    ];
    for (const found of others) expect(beside(found, says('not_met', trusted('counts')))).toEqual({ found });
    for (const found of [OPEN, ACCUSES, abstain('left_to_a_person', 'rule', why)])
      expect(beside(found, says('met')).proposal).toMatchObject({ state: 'proposed', outcome: 'met', model: 'm-1' });
  });

  it.each([undefined, trusted('unproven'), trusted('counts', 'another.item')])(
    'moves nothing before people have agreed with it: %j',
    (trust) => {
      for (const found of [OPEN, ACCUSES]) {
        const { found: after, proposal } = beside(found, says('met', trust));
        expect(after).toBe(found);
        expect(proposal).toMatchObject({ state: 'proposed', checked: false, served: 'f.gguf', questionKey: KEY });
        expect(proposal).toHaveProperty('evidence', [
          { kind: 'words', transcriptVersion: 2, turn: 0, fromMs: 0, toMs: 4000, fromChar: 0, toChar: 5 },
        ]);
      }
    },
  );

  it('decides what was left open once it counts, and says by how many answers', () => {
    const { found, proposal } = beside(OPEN, says('not_met', trusted('counts')));
    expect(found).toMatchObject({ outcome: 'not_met', reason: null, source: 'model', confidence: 0.98 });
    expect(found.explanation.en).toContain('agreed with 49 of 50 such answers (95 % interval 90 to 100 %)');
    expect(found.explanation.zh).toContain('50 次同类答复中，人工同意 49 次');
    expect(proposal).toMatchObject({ state: 'counted', agreement: { n: 50, target: 0.85 } });
  });

  it('talks no accusation away: it leaves it, or asks for a person', () => {
    expect(beside(ACCUSES, says('not_met', trusted('counts'))).found).toMatchObject({
      outcome: 'not_met',
      source: 'rule',
    });
    for (const outcome of ['met', 'not_applicable'] as const)
      expect(beside(ACCUSES, says(outcome, trusted('counts'))).found).toMatchObject({
        outcome: 'insufficient',
        reason: 'checks_disagree',
        source: 'model',
      });
  });

  it('leaves a call to people that is one of those that stay measured', () => {
    expect(beside(OPEN, says('met', trusted('checked')))).toMatchObject({ found: OPEN, proposal: { checked: true } });
  });

  it('proposes nothing where it gave no answer, or could not tell, or its places are none', () => {
    const nothing = { said: 'nothing', ...about, why: 'timeout' };
    expect(beside(OPEN, nothing)).toEqual({ found: OPEN, proposal: { state: 'none', model: 'm-1', why: 'timeout' } });
    for (const said of [says('insufficient'), says('met', trusted('counts'), [{ turn: 7, fromChar: 0, toChar: 1 }])])
      expect(beside(OPEN, said)).toMatchObject({ found: OPEN, proposal: { state: 'none', why: 'undecided' } });
    for (const said of [null, 'met', { outcome: 'met' }]) expect(beside(OPEN, said)).toEqual({ found: OPEN });
  });

  it('answers for an item that the installation switched on, and for no other question', () => {
    const plain = { id: 'closing.farewell', check: { kind: 'phrase' } };
    expect(beside(OPEN, says('met'), plain, 'item:closing.farewell').proposal).toMatchObject({ state: 'proposed' });
    expect(beside(OPEN, says('met'), plain)).toEqual({ found: OPEN });
  });
});

describe('what a model is worth', () => {
  const row = (proposed: Outcome, said: Outcome, times: number, more: Partial<Reviewed> = {}): Reviewed => {
    return { itemId: ITEM.id, questionKey: KEY, served: 'f.gguf', proposed, said, times, ...more };
  };
  const good = [row('met', 'met', 60), row('not_met', 'not_met', 34), row('met', 'not_met', 1)];
  const proven = (reviewed: Reviewed[], target = 0.85) =>
    proofsOf(reviewed, target).map(({ outcome, n, agreed, proven: is }) => [outcome, agreed, n, is]);

  it('counts outcome by outcome, from where the interval reaches the target', () => {
    expect(proven(good)).toEqual([
      ['met', 60, 61, true],
      ['not_met', 34, 34, true],
    ]);
    expect(proven(good, 0.9)).toEqual([
      ['met', 60, 61, true],
      ['not_met', 34, 34, false],
    ]);
  });

  it('asks for enough answers of any kind; what a person could not tell is none', () => {
    const few = [row('met', 'met', 29), row('not_met', 'not_met', 40), row('met', 'insufficient', 9)];
    expect(proven(few, 0.5)).toEqual([
      ['met', 29, 29, false],
      ['not_met', 40, 40, true],
    ]);
  });

  it('does not take a model that always says the same for a judge', () => {
    expect(proven([row('met', 'met', 970), row('met', 'not_met', 30)])).toEqual([['met', 970, 1000, false]]);
    expect(proven([row('met', 'met', 1000)])).toEqual([['met', 1000, 1000, false]]);
  });

  it('begins again for another question, another item, and another model behind the same name', () => {
    const said = says('met') as Extract<ModelSaid, { said: 'answer' }>;
    const standings = (changed: Partial<typeof said>) => {
      const { trust } = withTrust({ ...said, ...changed }, proofsOf(good, 0.85), 'transcript-2') as typeof said;
      return trust!.map(({ standing }) => standing);
    };
    expect(standings({})).toEqual(['counts']);
    for (const changed of [{ questionKey: 'other' }, { served: 'g.gguf' }, { served: null }])
      expect(standings(changed)).toEqual([]);
    expect(proofsOf(good, 0.85).every(({ itemId }) => itemId === ITEM.id)).toBe(true);
  });

  it('goes on being measured: one call in ten is left to people, the same one each time', () => {
    const said = says('met');
    const left = Array.from({ length: 1000 }, (_, call) =>
      withTrust(said, proofsOf(good, 0.85), `call ${call}`),
    ).filter((one) => one.said === 'answer' && one.trust?.[0]?.standing === 'checked');
    expect(left.length).toBeGreaterThan(60);
    expect(left.length).toBeLessThan(140);
  });
});
