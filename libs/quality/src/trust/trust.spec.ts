import { QUALITY_SETTINGS, type ChecklistItem, type ItemWorth } from '#contracts';
import { loadChecklist } from '../checklists/load-checklist.js';
import { worthOfItem } from '../checklists/item-worth.js';
import { asksForTrust, notTrustedBy, peopleAgreement, trustOf, type TrustSettings } from './trust.rules.js';

const SETTINGS = QUALITY_SETTINGS.trust;
const PHRASE = { kind: 'phrase', lookFor: [] };
const { checklist } = loadChecklist('standard-inbound');
const itemOf = (id: string): ChecklistItem =>
  checklist.sections.flatMap(({ items }) => items).find((one) => one.id === id)!;
const cell = (human: 'met' | 'not_met' | 'insufficient', to: 'met' | 'not_met' | 'insufficient', legs: number) => ({
  human,
  to,
  legs,
});
const worth = (kappa: number | null): ItemWorth => ({
  ...{ conversations: 60, notMet: { said: 20, right: 18 }, met: { said: 40, right: 38 }, asked: 0 },
  kappa: kappa === null ? null : { kappa, low: kappa - 0.2, high: kappa + 0.2, n: 60 },
});

describe('agreement of a machine with people', () => {
  const found = peopleAgreement([
    cell('met', 'met', 20),
    cell('not_met', 'not_met', 6),
    cell('met', 'not_met', 2),
    cell('insufficient', 'not_met', 1),
    cell('met', 'insufficient', 3),
  ]);

  it('counts pairs, what the machine left open, and how many of its accusations people share', () => {
    expect(found).toMatchObject({ n: 32, judged: 28, abstained: 3, accused: { n: 8, right: 6 } });
    expect(found.kappa?.kappa).toBeCloseTo(0.811, 2);
  });
});

describe('trust in an item', () => {
  const good = peopleAgreement([cell('met', 'met', 20), cell('not_met', 'not_met', 12)]);
  const few = peopleAgreement([cell('met', 'met', 10), cell('not_met', 'not_met', 5)]);
  const all = peopleAgreement([cell('met', 'met', 40)]);
  const bad = peopleAgreement([cell('met', 'met', 20), cell('met', 'not_met', 12)]);

  it('starts from what the product measured, and goes by people once there are enough of them', () => {
    expect(trustOf('a.b', { people: null, worth: worth(0.7) }, SETTINGS)).toMatchObject({
      state: 'trusted',
      from: 'eval',
    });
    expect(trustOf('a.b', { people: few, worth: worth(0.3) }, SETTINGS)).toMatchObject({
      state: 'not_yet',
      from: 'eval',
      n: 60,
    });
    expect(trustOf('a.b', { people: good, worth: worth(0.3) }, SETTINGS)).toMatchObject({
      state: 'trusted',
      from: 'people',
      n: 32,
    });
    expect(trustOf('a.b', { people: bad, worth: worth(0.9) }, SETTINGS)).toMatchObject({
      state: 'not_yet',
      from: 'people',
    });
  });

  it('is not reached where one side gave one answer only, and no kappa is told', () => {
    const constant = peopleAgreement([cell('met', 'met', 20), cell('not_met', 'met', 12)]);
    const trust = trustOf('a.b', { people: constant, worth: worth(0.9) }, SETTINGS);
    expect(trust).toMatchObject({ state: 'not_yet', from: 'people', kappa: null, n: 32 });
    expect(notTrustedBy(trust, SETTINGS, PHRASE)).toMatchObject({ from: 'people', kappa: null });
  });

  it('says "not measured" where no failure was seen that could have been missed', () => {
    expect(trustOf('a.b', { people: all, worth: worth(0.3) }, SETTINGS)).toMatchObject({
      from: 'eval',
      state: 'not_yet',
    });
    const unknown = trustOf('a.b', { people: all, worth: worth(null) }, SETTINGS);
    expect(unknown).toMatchObject({ state: 'unmeasured', from: 'none', kappa: null, n: 0 });
    const why = { from: 'none', kappa: null, n: 0, target: 0.6 };
    expect(notTrustedBy(unknown, SETTINGS, PHRASE)).toEqual({ ...why, only: 'not_met' });
    expect(notTrustedBy(unknown, { ...SETTINGS, unmeasured: 'none' }, PHRASE)).toEqual(why);
    expect(notTrustedBy(unknown, { ...SETTINGS, unmeasured: 'all' }, PHRASE)).toBeNull();
    // Examples judge for points only once they were measured, alone or within another check.
    const examples = { kind: 'examples', met: {}, notMet: {} };
    for (const check of [examples, { kind: 'all', of: [PHRASE, examples] }]) {
      expect(notTrustedBy(unknown, { ...SETTINGS, unmeasured: 'all' }, check)).toEqual(why);
    }
    expect(notTrustedBy({ ...unknown, state: 'trusted' }, SETTINGS, examples)).toBeNull();
  });

  it('takes a target of the company, also for one item, and just reaching it is enough', () => {
    const lower: TrustSettings = { ...SETTINGS, items: { 'a.b': 30 } };
    expect(trustOf('a.b', { people: null, worth: worth(0.3) }, lower).state).toBe('trusted');
    expect(trustOf('a.c', { people: null, worth: worth(0.3) }, lower).state).toBe('not_yet');
    expect(trustOf('a.c', { people: null, worth: worth(0.6) }, SETTINGS).state).toBe('trusted');
  });

  it('is what was measured of the shipped checklist, where resolution in English is not trusted and facts are not asked for', () => {
    const state = (id: string, language: 'zh' | 'en') =>
      trustOf(id, { people: null, worth: worthOfItem(itemOf(id), language) }, SETTINGS).state;
    expect(state('ownership.resolution', 'en')).toBe('not_yet');
    expect(state('ownership.no_deflection', 'en')).toBe('trusted');
    expect(state('greeting.name', 'en')).toBe('trusted');
    expect(state('ownership.promise_has_time', 'zh')).toBe('trusted');
    expect(state('listening.no_interruption', 'zh')).toBe('unmeasured');
    expect([state('transfer.purpose_consent', 'zh'), state('transfer.purpose_consent', 'en')]).toEqual([
      'trusted',
      'trusted',
    ]);
    expect(asksForTrust(itemOf('jargon.explained').check)).toBe(false);
    expect(asksForTrust(itemOf('answer.three_rings').check)).toBe(false);
  });
});
