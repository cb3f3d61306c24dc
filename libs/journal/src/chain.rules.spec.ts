import { canonicalJson, commitTo, GENESIS, nextChainHash, type ChainedEntry } from './chain.rules.js';

const entry: ChainedEntry = {
  id: '0190b1f0-0000-7000-8000-000000000001',
  event: 'call.known',
  at: new Date('2026-03-12T06:02:00Z'),
  actorPersonId: null,
  callId: null,
  commitment: commitTo('salt', { a: 1 }),
};

describe('the journal chain', () => {
  it('writes equal values as equal bytes', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  });

  it.each([
    ['event', { event: 'call.retried' }],
    ['time', { at: new Date('2026-03-12T06:02:00.001Z') }],
    ['actor', { actorPersonId: '0190b1f0-0000-7000-8000-000000000002' }],
    ['call', { callId: '0190b1f0-0000-7000-8000-000000000003' }],
    ['details', { commitment: commitTo('salt', { a: 2 }) }],
  ])('changes with another %s', (_what, change) => {
    expect(nextChainHash(GENESIS, 1n, { ...entry, ...change })).not.toBe(nextChainHash(GENESIS, 1n, entry));
  });

  it('changes with another position or predecessor', () => {
    const hash = nextChainHash(GENESIS, 1n, entry);
    expect(nextChainHash(GENESIS, 2n, entry)).not.toBe(hash);
    expect(nextChainHash(hash, 1n, entry)).not.toBe(hash);
  });

  it('hides equal details behind different salts', () => {
    expect(commitTo('one', { a: 1 })).not.toBe(commitTo('two', { a: 1 }));
  });
});
