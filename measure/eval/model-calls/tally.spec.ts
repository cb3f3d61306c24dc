import { modelCallTable, tallyOf, type JudgedModelCall, type ModelCall } from './tally.rules.js';

const EXPECT = { 'greeting.name': 'met', 'ownership.resolution': 'met' };

const judged = (
  fault: string | null,
  outcomes: Record<string, 'met' | 'not_met' | 'insufficient'>,
): JudgedModelCall => ({
  call: { id: `${fault}`, fault, language: 'en', expect: EXPECT } satisfies ModelCall,
  outcomes: new Map(Object.entries(outcomes)),
});

describe('what model calls and their faults come to', () => {
  it('counts the accused and the open of model calls alone, and a fault for the item that was left out alone', () => {
    const { items, all, calls, spotless } = tallyOf([
      judged(null, { 'greeting.name': 'not_met', 'ownership.resolution': 'met' }),
      judged(null, { 'greeting.name': 'met', 'ownership.resolution': 'insufficient' }),
      judged('ownership.resolution', { 'greeting.name': 'not_met', 'ownership.resolution': 'insufficient' }),
      judged('ownership.resolution', { 'greeting.name': 'met', 'ownership.resolution': 'met' }),
      judged('greeting.name', { 'greeting.name': 'not_met', 'ownership.resolution': 'met' }),
    ]);
    expect([calls, spotless]).toEqual([2, 1]);
    expect(items.get('greeting.name')).toEqual({ clean: 2, accused: 1, open: 0, faults: 1, found: 1, asked: 0 });
    expect(items.get('ownership.resolution')).toEqual({ clean: 2, accused: 0, open: 1, faults: 2, found: 0, asked: 1 });
    expect(all).toEqual({ clean: 4, accused: 1, open: 1, faults: 3, found: 1, asked: 1 });
  });

  it('tells shares with where the true one lies', () => {
    const lines = modelCallTable('en', tallyOf([judged(null, { 'greeting.name': 'not_met' })]));
    expect(lines.join('\n')).toMatch(/spotless 0 % \(0 of 1; 0–\d+\); accused 50 % \(1 of 2; \d+–\d+\)/);
  });
});
