import { factsAround, fieldsOf, wouldBeRefused, type Circumstances } from './past-corrections.rules.js';

const made = (before: object, after: object) => ({
  at: new Date('2026-03-12T06:00:00Z'),
  before: before as Record<string, unknown>,
  after: after as Record<string, unknown>,
});
const now = { startedAt: '2019-03-12T06:00:00.000Z', purpose: 'sales', queue: null, direction: 'inbound' };
const earliest = made({ startedAt: '2026-03-12T06:00:00.000Z' }, { startedAt: '2019-03-12T06:00:00.000Z' });
const latest = made({ purpose: null }, { purpose: 'sales' });
const beside: Circumstances = {
  ...{ toOneself: false, party: false, disputed: false, kept: true, clientId: 'c' },
  schedule: { default: { count: 1, unit: 'years' }, rules: [], graceDays: 0 } as never,
  dayOf: (instant) => instant.slice(0, 10),
};
const judged = (one: typeof earliest, over: Partial<Circumstances> = {}) =>
  wouldBeRefused(factsAround(now, [latest, earliest], one), fieldsOf(one), { ...beside, ...over });

describe('a correction of the past', () => {
  it('is seen between what was known before and after it', () => {
    expect(factsAround(now, [latest, earliest], earliest)).toEqual([
      { ...now, purpose: null, startedAt: '2026-03-12T06:00:00.000Z' },
      { ...now, purpose: null },
    ]);
  });

  it('would wait now where one person moved a term, an open dispute, or whose call it is', () => {
    expect(judged(earliest)).toEqual({ why: ['alone'], moved: ['retention'] });
    expect(judged(earliest, { kept: false })).toBeNull();
    expect(judged(latest)).toBeNull();
    expect(judged(latest, { disputed: true })).toEqual({ why: ['alone'], moved: ['dispute'] });
    const rules = [{ when: { purpose: 'sales' }, keep: { count: 5, unit: 'years' } }];
    const schedule = { ...beside.schedule, rules } as never;
    expect(judged(latest, { schedule })).toEqual({ why: ['alone'], moved: ['retention'] });
    const agent = made({ staffNumber: '1' }, { staffNumber: '2' });
    expect(judged(agent, { toOneself: true })).toEqual({ why: ['to_oneself', 'alone'], moved: ['rights'] });
  });

  it('would be refused now where its maker was part of a dispute, whatever it said', () => {
    const language = made({ language: 'en' }, { language: 'zh' });
    const party = { party: true, disputed: true };
    expect(judged(language, party)).toEqual({ why: ['in_dispute', 'alone'], moved: ['dispute'] });
    // The matter changes nothing that is in dispute.
    const matter = made({ matter: null }, { matter: { externalId: 'M-1', title: 'Refund' } });
    expect(judged(matter, party)).toEqual({ why: ['in_dispute'], moved: [] });
    expect(judged(language)).toBeNull();
  });
});
