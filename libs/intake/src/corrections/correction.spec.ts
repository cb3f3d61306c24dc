import { uploadMetadataSchema } from '#contracts';
import { type Call, type AgentLeg } from '#calls';
import {
  changesOf,
  consequencesOf,
  differences,
  factsOf,
  isSettled,
  saidOf,
  toldOf,
  wantedFacts,
} from './correction.rules.js';

const call = {
  ...{ language: 'en', region: 'CN', direction: 'inbound', classification: 'business', customer: '138****2046' },
  ...{ purpose: null, outcome: null, startedAt: new Date('2026-11-24T01:30:00Z') },
} as Call;
const leg = {
  ...{ queue: null, queueSeconds: 12, alertedAt: new Date('2026-11-24T01:30:05Z'), answeredAt: null, endedAt: null },
  ...{ hangupParty: 'customer', transfer: null, consulted: null, holdSpans: [{ toMs: 2, fromMs: 1 }] },
} as unknown as AgentLeg;
const known = factsOf({ call, leg, staffNumber: '3071', matter: null, agentChannel: 'left', holdSpans: leg.holdSpans });

const metadata = (change: object = {}) =>
  uploadMetadataSchema.parse({
    ...{ source: 'pbx', externalId: '1', direction: 'inbound', startedAt: '2026-11-24T09:30:00+08:00', language: 'en' },
    ...{ region: 'CN', consent: { state: 'announced' }, customer: { number: '13800002046' }, agentChannel: 'left' },
    legs: [{ staffNumber: '3071', alertedAt: '2026-11-24T09:30:05+08:00', holdSpans: [{ fromMs: 1, toMs: 2 }] }],
    ...change,
  });
const between = (change: object) => differences(known, wantedFacts(changesOf(metadata(change))));

describe('a recording that is sent again', () => {
  it.each<[string, object, string[]]>([
    ['says the same by another clock face, of the customer in clear, in another order', {}, []],
    ['takes nothing back by leaving it out', { customer: {}, legs: [{ staffNumber: '3071' }] }, []],
    [
      'names each field in which it differs',
      { language: 'zh', startedAt: '2026-11-24T10:30:00+08:00' },
      ['startedAt', 'language'],
    ],
    ['may tell another customer', { customer: { number: '13800002047' } }, ['customer']],
    ['may tell more', { purpose: 'sales' }, ['purpose']],
  ])('%s', (_what, change, fields) => {
    expect(between(change)).toEqual(fields);
  });

  it('does not undo what a person corrected, nor a later file', () => {
    const byPerson = [{ origin: 'person' as const, before: { language: 'zh' } }];
    const byUpload = [{ origin: 'upload' as const, before: { language: 'zh' } }];
    expect([isSettled(byPerson, 'language', 'zh'), isSettled(byPerson, 'language', 'en')]).toEqual([true, true]);
    expect([isSettled(byUpload, 'language', 'zh'), isSettled(byUpload, 'language', 'en')]).toEqual([true, false]);
    expect(isSettled(byPerson, 'region', 'CN')).toBe(false);
  });

  it('asks of the call what was said through any leg, and of a leg what was said of that leg', () => {
    const history = [{ legId: 'first' }, { legId: 'second' }];
    expect(saidOf(history, 'language', 'first')).toEqual(history);
    expect(saidOf(history, 'queue', 'first')).toEqual([{ legId: 'first' }]);
  });
});

describe('a correction', () => {
  it('takes a fact back with null, and asks the gate only where the rule may be another', () => {
    expect(differences(known, wantedFacts({ queueSeconds: null, customer: null }))).toEqual([
      'customer',
      'queueSeconds',
    ]);
    expect(consequencesOf(['region']).consent).toBe(true);
    expect(consequencesOf(['language'])).toMatchObject({ consent: false, words: true, promises: false, search: false });
    const { words, everyLeg, everyLegsWords } = consequencesOf(['purpose', 'agentChannel']);
    expect([words, everyLeg, everyLegsWords, consequencesOf(['language']).everyLegsWords]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(consequencesOf(['startedAt'])).toMatchObject({ consent: false, words: false, promises: true, search: true });
  });

  it('of what is known of the whole call concerns each leg, of an agent and their times one alone', () => {
    const each = (...fields: Parameters<typeof consequencesOf>[0]) => consequencesOf(fields).everyLeg;
    expect([each('language'), each('queue', 'startedAt')]).toEqual([true, true]);
    expect([each('staffNumber'), each('queueSeconds', 'holdSpans', 'agentChannel')]).toEqual([false, false]);
  });

  it('tells the journal times and codes, of names and numbers only that they changed', () => {
    expect(toldOf(known, ['language', 'customer', 'matter', 'staffNumber', 'queue', 'startedAt'])).toEqual({
      startedAt: '2026-11-24T01:30:00.000Z',
      language: 'en',
    });
  });
});
