import { type Checklist, type Critical, type ItemResult, type Outcome } from '#contracts';
import fc from 'fast-check';
import { addPoints } from './points.rules.js';

const title = { zh: '标题', en: 'title' };
const item = (id: string, weight: number, critical: Critical = false) => ({
  id,
  title,
  weight,
  critical,
  clause: 'P1 §1',
  appliesWhen: [],
  check: { kind: 'phrase' },
});

const checklist = (criticalFailure: Checklist['criticalFailure'] = 'section'): Checklist => ({
  format: 'shouwen.checklist/1',
  id: 'spec',
  version: 1,
  title,
  requiredCoverage: 0.8,
  criticalFailure,
  minimumWords: { zh: 0, en: 0 },
  sections: [
    { id: 'one', title, items: [item('a.a', 30), item('a.b', 20)] },
    { id: 'two', title, items: [item('b.a', 40), item('b.critical', 10, true)] },
  ],
});

const IDS = ['a.a', 'a.b', 'b.a', 'b.critical'];
const results = (...outcomes: Outcome[]): ItemResult[] =>
  outcomes.map((outcome, i) => ({
    itemId: IDS[i]!,
    outcome,
    reason: outcome === 'insufficient' ? 'ambiguous' : null,
    source: 'rule',
    confidence: 1,
    checkId: 'phrase/1',
    evidence: [],
    explanation: title,
  }));

describe('adding points up', () => {
  it('gives met items their weight', () => {
    const sum = addPoints(checklist(), results('met', 'not_met', 'met', 'met'));
    expect(sum).toMatchObject({ points: 80, maxPoints: 100, coverage: 1, pointsCount: true });
    expect(sum.sections).toEqual([
      { id: 'one', points: 30, maxPoints: 50 },
      { id: 'two', points: 50, maxPoints: 50 },
    ]);
  });

  it('leaves what does not apply out of everything', () => {
    const sum = addPoints(checklist(), results('met', 'not_applicable', 'met', 'met'));
    expect(sum).toMatchObject({ points: 80, maxPoints: 80, coverage: 1, pointsCount: true });
  });

  it('leaves what was not judged out of the total, and lowers coverage', () => {
    const enough = addPoints(checklist(), results('met', 'insufficient', 'met', 'met'));
    expect(enough).toMatchObject({ points: 80, maxPoints: 80, coverage: 0.8, pointsCount: true });
    const tooLittle = addPoints(checklist(), results('insufficient', 'met', 'met', 'met'));
    expect(tooLittle).toMatchObject({ maxPoints: 70, coverage: 0.7, pointsCount: false });
  });

  /** `?`: no fact tells it. */
  const untold = (...outcomes: (Outcome | '?')[]): ItemResult[] =>
    results(...outcomes.map((one) => (one === '?' ? 'insufficient' : one))).map((item, i) =>
      outcomes[i] === '?' ? { ...item, reason: 'no_fact' } : item,
    );

  it('leaves what no fact tells out of what could be known, as what does not apply', () => {
    const sum = addPoints(checklist(), untold('?', 'met', 'met', 'met'));
    expect(sum).toMatchObject({ points: 70, maxPoints: 70, coverage: 1, pointsCount: true });
    // What could be known and was not judged still counts: 50 of 70.
    expect(addPoints(checklist(), untold('?', 'insufficient', 'met', 'met'))).toMatchObject({
      coverage: 0.7143,
      pointsCount: false,
    });
  });

  it('leaves out no more than half of what applies: of a call about which next to nothing is known there is no total', () => {
    expect(addPoints(checklist(), untold('?', 'met', '?', '?'))).toMatchObject({ coverage: 0.4, pointsCount: false });
    expect(addPoints(checklist(), untold('?', 'met', '?', 'met'))).toMatchObject({ coverage: 0.6, pointsCount: false });
    expect(addPoints(checklist(), untold('met', '?', '?', 'met'))).toMatchObject({ coverage: 0.8, pointsCount: true });
    expect(addPoints(checklist(), untold('?', '?', '?', '?'))).toMatchObject({ coverage: 0, pointsCount: false });
    // Half of what applies: what does not is in no part of it.
    expect(addPoints(checklist(), untold('not_applicable', 'met', 'not_applicable', '?'))).toMatchObject({
      ...{ points: 20, maxPoints: 20, coverage: 1, pointsCount: true },
    });
  });

  it('adds up as it once did where a replay asks for that', () => {
    expect(
      addPoints(checklist(), untold('?', 'met', 'met', 'met'), { mostUntold: 0, mostUnmeasured: 0 }),
    ).toMatchObject({
      ...{ coverage: 0.7, pointsCount: false },
    });
  });

  it('takes the section’s, or the call’s, points for a critical failure', () => {
    const outcomes = results('met', 'met', 'met', 'not_met');
    expect(addPoints(checklist('section'), outcomes)).toMatchObject({ points: 50, maxPoints: 100 });
    expect(addPoints(checklist('total'), outcomes)).toMatchObject({ points: 0, maxPoints: 100 });
    expect(addPoints(checklist('section'), results('met', 'met', 'met', 'insufficient')).points).toBe(90);
  });

  it('zeroes or caps section or form, as the item says, in whole points', () => {
    const after = (critical: Critical, ...outcomes: Outcome[]) => {
      const { sections, ...rest } = checklist();
      const items = [item('b.a', 40), item('b.critical', 10, critical)];
      return addPoints({ ...rest, sections: [sections[0]!, { ...sections[1]!, items }] }, results(...outcomes));
    };
    const failed = ['met', 'met', 'met', 'not_met'] as const;
    expect(after({ effect: 'zero', of: 'section' }, ...failed).points).toBe(50);
    expect(after({ effect: 'zero', of: 'form' }, ...failed).points).toBe(0);
    // Half of the section's 50; a third of the form's 100.
    expect(after({ effect: 'cap', of: 'section', capPercent: 50 }, ...failed)).toMatchObject({
      points: 75,
      maxPoints: 100,
    });
    expect(after({ effect: 'cap', of: 'form', capPercent: 33.3 }, ...failed).points).toBe(33);
    // A cap takes nothing from what is below it, and nothing where the item was met or not judged.
    expect(after({ effect: 'cap', of: 'form', capPercent: 60 }, 'met', 'not_met', 'not_met', 'not_met').points).toBe(
      30,
    );
    expect(after({ effect: 'zero', of: 'form' }, 'met', 'met', 'met', 'insufficient').points).toBe(90);
    // What does not apply leaves what the cap is a share of.
    expect(
      after({ effect: 'cap', of: 'form', capPercent: 50 }, 'met', 'not_applicable', 'met', 'not_met'),
    ).toMatchObject({
      points: 40,
      maxPoints: 80,
    });
  });

  it('gives no total when nothing was judged', () => {
    const nothing = results('not_applicable', 'not_applicable', 'not_applicable', 'not_applicable');
    expect(addPoints(checklist(), nothing)).toMatchObject({ points: 0, maxPoints: 0, coverage: 1, pointsCount: false });
  });

  it('keeps 0 ≤ points ≤ maxPoints ≤ 100, and never falls when an item turns from not met to met', () => {
    const outcome = fc.constantFrom<Outcome>('met', 'not_met', 'not_applicable', 'insufficient');
    fc.assert(
      fc.property(fc.tuple(outcome, outcome, outcome, outcome), fc.nat(3), (outcomes, at) => {
        const { points, maxPoints } = addPoints(checklist(), results(...outcomes));
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(maxPoints);
        expect(maxPoints).toBeLessThanOrEqual(100);
        if (outcomes[at] !== 'not_met') return;
        expect(addPoints(checklist(), results(...outcomes.with(at, 'met'))).points).toBeGreaterThanOrEqual(points);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
