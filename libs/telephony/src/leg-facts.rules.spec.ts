import { legFacts, type KnownLeg } from './leg-facts.rules.js';

const leg = (change: Partial<KnownLeg> = {}): KnownLeg => ({
  id: 'leg',
  source: 'file',
  direction: 'inbound',
  alertedAt: new Date(0),
  answeredAt: new Date(7200),
  endedAt: new Date(60_000),
  ringSeconds: null,
  hangupParty: 'customer',
  transfer: null,
  consulted: null,
  transferTarget: null,
  transferredToLegId: null,
  recordKey: null,
  holdSpans: [],
  holds: null,
  consent: { state: 'announced', evidenceKind: 'announcement' },
  ...change,
});

const ALONE = { call: [], recordingBeganAt: null };

describe('the facts of a leg', () => {
  it('keep what the phone system said', () => {
    expect(legFacts(leg(), ALONE)).toMatchObject({
      from: 'file',
      ringSeconds: 7.2,
      hangupParty: 'customer',
      transfer: null,
    });
  });

  it('count rings as the telephone system does, where it does: its second time may be that of the queue', () => {
    expect(legFacts(leg({ ringSeconds: 12.4 }), ALONE)).toMatchObject({ ringSeconds: 12.4 });
  });

  it('count holds from the start of the recording, and know nothing of them without it', () => {
    const held = leg({ holds: [[new Date(20_000).toISOString(), new Date(25_000).toISOString()]] });
    const within = [{ fromMs: 12_000, toMs: 17_000 }];
    expect(legFacts(held, { ...ALONE, recordingBeganAt: new Date(8000) })).toMatchObject({ holdSpans: within });
    expect(legFacts(held, ALONE)).toMatchObject({ holdSpans: null });
  });

  it.each([
    ['an announcement', { state: 'announced', evidenceKind: 'announcement' }, true, 'announcement'],
    ['a contract', { state: 'not_required', evidenceKind: 'contract' }, true, 'contract'],
    ['a claim without evidence', { state: 'announced', evidenceKind: null }, null, null],
    ['an announcement that was never played', { state: 'unknown', evidenceKind: 'announcement' }, null, null],
    ['spoken consent, which the words must show', { state: 'given', evidenceKind: 'spoken' }, null, null],
  ] as const)('take %s for what it is', (_what, consent, noticeGiven, noticeBy) => {
    expect(legFacts(leg({ consent }), ALONE)).toMatchObject({ noticeGiven, noticeBy });
  });
});
