import { type CheckDefinition, type ScoringFacts } from '#contracts';
import { compileLexicon } from '../lexicons/lexicon.rules.js';
import { CallView } from '../call-view/call-view.rules.js';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { prepareCondition } from './condition.rules.js';
import { type Finding } from './finding.js';
import { checkIdOf, prepareCheck } from './index.js';

const lexicon = compileLexicon(rulebook.lexicons.en, PROFILE);
const view = (lines: string[], facts: Partial<ScoringFacts> = {}): CallView =>
  new CallView({
    transcript: buildTranscript(lines),
    transcriptVersion: 3,
    facts: { ...UNKNOWN_FACTS, ...facts },
    profile: PROFILE,
    lexicon,
    lexiconHash: 'spec',
  });
const judge = (definition: CheckDefinition, lines: string[]): Finding => prepareCheck(definition)(view(lines));
const none = { zh: '无', en: 'none' };

describe('the registry of checks', () => {
  it('names the kinds it knows when it does not know one', () => {
    expect(() => prepareCheck({ kind: 'mood' })).toThrow(/unknown kind of check "mood"; known are .*phrase/);
  });

  it('refuses parameters that are not the kind’s own', () => {
    expect(() => prepareCheck({ kind: 'phrase', lookfor: ['salutation'] })).toThrow('lookfor');
    expect(() => prepareCheck({ kind: 'timing', fact: 'ringSeconds', beforeRing: 1 })).toThrow('beforeRing');
  });

  it('names a check by kind and version', () => {
    expect(checkIdOf({ kind: 'sequence' })).toBe('sequence/1');
  });
});

describe('worn words', () => {
  const late = (...lines: string[]): string => {
    const zh = compileLexicon(rulebook.lexicons.zh, PROFILE);
    const rest = { transcriptVersion: 3, facts: UNKNOWN_FACTS, profile: PROFILE, lexicon: zh, lexiconHash: 'spec' };
    const call = new CallView({ transcript: buildTranscript(lines), ...rest });
    return prepareCheck({ kind: 'phrase', lookFor: ['own_details'], speaker: 'customer' })(call).outcome;
  };

  it('are also understood by sound, but only where the call shows that the recogniser errs', () => {
    expect(late('A: 您好很高兴为您服务请问有什么可以帮您', 'C: 钉单')).toBe('not_met');
    expect(late('A: 您好很高性为您服雾请问油什么可以绑您', 'C: 钉单')).toBe('met');
  });
});

describe('phrase check', () => {
  const check = {
    kind: 'phrase',
    lookFor: ['completed_action'],
    against: ['deflection'],
    doubtful: ['possible_deflection'],
  };

  it('hears for, against, both and neither', () => {
    expect(judge(check, ['A: i have sent it']).outcome).toBe('met');
    expect(judge(check, ['A: not my job']).outcome).toBe('not_met');
    expect(judge({ ...check, whenBoth: 'ambiguous' }, ['A: not my job but i have sent it']).reason).toBe('ambiguous');
    expect(judge(check, ['A: that depends on the manager']).reason).toBe('ambiguous');
    expect(judge({ ...check, whenAbsent: 'met' }, ['A: hm']).outcome).toBe('met');
  });

  it('tells of signs beside its finding, and they decide nothing', () => {
    const signs = { sent_elsewhere: ['possible_deflection'] };
    const found = (line: string) =>
      judge({ kind: 'phrase', against: ['deflection'], whenAbsent: 'met', signs }, [line]);
    expect(found('A: that depends on the manager')).toMatchObject({
      outcome: 'met',
      signs: [{ name: 'sent_elsewhere', evidence: [{ kind: 'words', turn: 0 }] }],
    });
    expect(found('A: not my job that depends on the manager')).toMatchObject({
      outcome: 'not_met',
      signs: [{ name: 'sent_elsewhere' }],
    });
    expect(found('A: hm')).not.toHaveProperty('signs');
    expect(() => prepareCheck({ kind: 'phrase', signs: { nonsense: ['deflection'] } })).toThrow('nonsense');
  });

  it('hears only whom and where it is told', () => {
    expect(judge(check, ['A: hm', 'C: i have sent it']).outcome).toBe('not_met');
    expect(judge({ ...check, speaker: 'customer' }, ['A: hm', 'C: i have sent it']).outcome).toBe('met');
    expect(judge({ ...check, zone: 'first_turn' }, ['A: hm', 'A: i have sent it']).outcome).toBe('not_met');
    expect(judge({ kind: 'phrase', lookFor: ['affirmation'], atStart: true }, ['A: that is right']).outcome).toBe(
      'met',
    );
    expect(judge({ kind: 'phrase', lookFor: ['affirmation'], atStart: true }, ['A: turn right']).outcome).toBe(
      'not_met',
    );
  });

  it('says where it looked and found nothing', () => {
    const { evidence, explanation, confidence } = judge(check, ['A: hm', 'C: what', 'A: well']);
    expect(evidence).toEqual([
      { kind: 'absence', fromTurn: 0, toTurn: 2, lookedFor: ['completed_action', 'deflection', 'possible_deflection'] },
    ]);
    expect(explanation.en).toMatch(/^Looked at 2 turns from 0:00 to the end and did not find /);
    expect(explanation.zh).toMatch(/^已查看 0:00 至通话结束的 2 个话轮，没有找到/);
    expect(confidence).toBeLessThan(1);
  });
});

describe('sequence check', () => {
  const base = {
    kind: 'sequence',
    trigger: { lookFor: ['promise'] },
    response: { lookFor: ['time_given'] },
    noTrigger: none,
  };
  const promise = 'A: i will call you back';
  const time = 'A: within two hours';

  it('knows before, after and around', () => {
    expect(judge({ ...base, order: 'after' }, [promise, time]).outcome).toBe('met');
    expect(judge({ ...base, order: 'after' }, [time, promise]).outcome).toBe('not_met');
    expect(judge({ ...base, order: 'before' }, [time, promise]).outcome).toBe('met');
    expect(judge({ ...base, order: 'before' }, [promise, time]).outcome).toBe('not_met');
    expect(judge({ ...base, order: 'around' }, [time, promise]).outcome).toBe('met');
  });

  it('reaches only as far as it is told', () => {
    const lines = [promise, 'C: okay', 'A: well', time];
    expect(judge({ ...base, order: 'after', withinTurns: 2 }, lines).outcome).toBe('not_met');
    expect(judge({ ...base, order: 'after', withinTurns: 3 }, lines).outcome).toBe('met');
  });

  it('wants every trigger answered only where it says so', () => {
    const lines = [promise, time, 'C: okay', 'A: well', 'A: well', 'A: someone will contact you'];
    const near = { ...base, order: 'after', withinTurns: 1 };
    expect(judge({ ...near, every: true }, lines).outcome).toBe('not_met');
    expect(judge({ ...near, every: false }, lines).outcome).toBe('met');
  });

  it('points at the promise and at where the time is missing', () => {
    const { evidence } = judge({ ...base, order: 'after' }, ['A: hello', promise, 'C: okay']);
    expect(evidence).toEqual([
      expect.objectContaining({ kind: 'words', turn: 1, transcriptVersion: 3 }),
      { kind: 'absence', fromTurn: 1, toTurn: 1, lookedFor: ['time_given'] },
    ]);
  });
});

describe('combined checks', () => {
  const found = { kind: 'phrase', lookFor: ['salutation'] };
  const lost = { kind: 'phrase', lookFor: ['promise'] };
  const unsure = { kind: 'phrase', lookFor: ['promise'], whenAbsent: 'ambiguous' };

  it('any: one way is enough, doubt beats failure', () => {
    expect(judge({ kind: 'any', of: [lost, found] }, ['A: hello']).outcome).toBe('met');
    expect(judge({ kind: 'any', of: [lost, unsure] }, ['A: hello']).outcome).toBe('insufficient');
    expect(judge({ kind: 'any', of: [lost, lost] }, ['A: hello']).outcome).toBe('not_met');
  });

  it('all: one failure is enough, doubt beats success', () => {
    expect(judge({ kind: 'all', of: [lost, found] }, ['A: hello']).outcome).toBe('not_met');
    expect(judge({ kind: 'all', of: [found, unsure] }, ['A: hello']).outcome).toBe('insufficient');
    expect(judge({ kind: 'all', of: [found, found] }, ['A: hello']).outcome).toBe('met');
  });
});

describe('echo check', () => {
  const check = { kind: 'echo', withinTurns: 2, leastNumbers: 3 };

  it('hears a number read back, spoken or written', () => {
    expect(judge(check, ['C: four five six', 'A: four five six']).outcome).toBe('met');
    expect(judge(check, ['C: it is 4567', 'A: so 4567']).outcome).toBe('met');
    expect(judge(check, ['C: it is 4567', 'A: so four five sixty-seven']).outcome).toBe('met');
    expect(judge(check, ['C: 尾号三零六八', 'A: 3068，对吗']).outcome).toBe('met');
  });

  it('needs the same number, long enough, lately, and from the customer', () => {
    expect(judge(check, ['C: four five six', 'A: four five seven']).outcome).toBe('not_met');
    expect(judge(check, ['C: four five', 'A: four five']).outcome).toBe('not_met');
    expect(judge(check, ['C: four five six', 'A: one moment', 'A: hm', 'A: four five six']).outcome).toBe('not_met');
    expect(judge(check, ['A: four five six', 'A: four five six']).outcome).toBe('not_met');
  });
});

describe('conditions', () => {
  const ended = prepareCondition({ kind: 'ran_to_end', settled: ['settled'], otherwise: none });
  const warm = prepareCondition({ kind: 'fact', name: 'transfer', in: ['warm'], unknown: none, otherwise: none });

  it('know a call that broke off', () => {
    expect(ended(view(['A: hello', 'C: what about the other card']))?.outcome).toBe('not_applicable');
    expect(ended(view(['A: hello', 'C: okay thank you']))).toBeNull();
    expect(ended(view(['A: hello', 'C: no that is all', 'A: bye', 'C: still cold here']))).toBeNull();
    expect(ended(view(['C: and the other card', 'A: hello']))).toBeNull();
  });

  it('go by facts, known or not', () => {
    expect(warm(view(['A: hello'], { transfer: 'warm' }))).toBeNull();
    expect(warm(view(['A: hello'], { transfer: 'none' }))).toMatchObject({ outcome: 'not_applicable', source: 'fact' });
    expect(warm(view(['A: hello']))).toMatchObject({ outcome: 'insufficient', reason: 'no_fact' });
  });
});
