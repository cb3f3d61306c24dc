import { legFacts, type KnownLeg } from './leg-facts.rules.js';

const leg = (change: Partial<KnownLeg> = {}): KnownLeg => ({
  source: 'file',
  direction: 'inbound',
  alertedAt: new Date(0),
  answeredAt: new Date(7200),
  hangupParty: 'customer',
  transfer: null,
  consulted: null,
  holdSpans: [],
  consent: { state: 'announced', evidenceKind: 'announcement' },
  ...change,
});

describe('the facts of a leg', () => {
  it('keep what the phone system said', () => {
    expect(legFacts(leg())).toMatchObject({ from: 'file', ringSeconds: 7.2, hangupParty: 'customer', transfer: null });
  });

  it.each([
    ['an announcement', { state: 'announced', evidenceKind: 'announcement' }, true, 'announcement'],
    ['a contract', { state: 'not_required', evidenceKind: 'contract' }, true, 'contract'],
    ['a claim without evidence', { state: 'announced', evidenceKind: null }, null, null],
    ['an announcement that was never played', { state: 'unknown', evidenceKind: 'announcement' }, null, null],
    ['spoken consent, which the words must show', { state: 'given', evidenceKind: 'spoken' }, null, null],
  ] as const)('take %s for what it is', (_what, consent, noticeGiven, noticeBy) => {
    expect(legFacts(leg({ consent }))).toMatchObject({ noticeGiven, noticeBy });
  });
});
