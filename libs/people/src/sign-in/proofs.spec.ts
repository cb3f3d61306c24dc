import { newestProof, proofsOf } from './proofs.rules.js';

const NOTHING = { secondFactor: false, password: false, passkey: false, provider: false };

describe('what is enough for a step-up', () => {
  it('is a code or a passkey where there is a second factor: a password or a provider alone is less', () => {
    expect(proofsOf({ secondFactor: true, password: true, passkey: true, provider: true })).toEqual([
      'code',
      'passkey',
    ]);
    expect(proofsOf({ ...NOTHING, secondFactor: true, provider: true })).toEqual(['code']);
  });

  it('is any of what the account has where there is none', () => {
    expect(proofsOf({ ...NOTHING, password: true, provider: true })).toEqual(['password', 'provider']);
    expect(proofsOf({ ...NOTHING, passkey: true })).toEqual(['passkey']);
    expect(proofsOf(NOTHING)).toEqual([]);
  });

  it('counts the newest of those that are enough, and no other', () => {
    const [early, late] = [new Date('2026-11-28T08:00:00Z'), new Date('2026-11-28T08:04:00Z')];
    expect(newestProof(['password', 'passkey'], { password: early, passkey: late })).toEqual(late);
    expect(newestProof(['code'], { provider: late, password: late })).toBeNull();
  });
});
