import { outcomeOf, PROFILE, rulebook, UNKNOWN_FACTS, buildTranscript } from '../scoring/call.fixture.js';
import { score } from '../scoring/score.rules.js';
import { startOfRing } from './timing.check.js';

const rang = (ringSeconds: number | null): string => outcomeOf('answer.three_rings', ['A: hello'], { ringSeconds });

describe('answered within three rings', () => {
  it('ends when the fourth ring starts: 15 s at the Chinese cadence', () => {
    expect(rang(0)).toBe('met');
    expect(rang(14.9)).toBe('met');
    expect(rang(15)).toBe('not_met');
    expect(rang(23)).toBe('not_met');
  });

  it('takes the cadence from the company profile: 18 s in North America', () => {
    expect(startOfRing(4, { onSeconds: 2, offSeconds: 4 })).toBe(18);
    const profile = { ...PROFILE, ringCadence: { onSeconds: 2, offSeconds: 4 } };
    const facts = { ...UNKNOWN_FACTS, ringSeconds: 17.9 };
    const { items } = score({
      ...rulebook,
      profile,
      transcript: buildTranscript(['A: hello']),
      transcriptVersion: 1,
      facts,
    });
    expect(items[0]).toMatchObject({ itemId: 'answer.three_rings', outcome: 'met', source: 'fact', confidence: 1 });
    expect(items[0]!.evidence).toEqual([{ kind: 'fact', name: 'ringSeconds', value: 17.9, from: 'spec' }]);
    expect(items[0]!.explanation.en).toBe('Answered after 17.9 s; ring 4 starts at 18 s.');
  });

  it('is not guessed where the company has not said how its telephones ring', () => {
    const { ringCadence: _, ...profile } = PROFILE;
    const transcript = buildTranscript(['A: hello']);
    const facts = { ...UNKNOWN_FACTS, ringSeconds: 3 };
    const { items } = score({ ...rulebook, profile, transcript, transcriptVersion: 1, facts });
    expect(items[0]).toMatchObject({ itemId: 'answer.three_rings', outcome: 'insufficient', reason: 'no_fact' });
  });

  it('is not guessed when the phone system says nothing', () => {
    expect(rang(null)).toBe('insufficient(no_fact)');
  });
});
