import { provedTwice } from './provider-claims.rules.js';

describe('what an identity provider says of a second factor', () => {
  it.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ amr: ['pwd', 'otp'] }, true],
    [{ amr: ['face', 'hwk'] }, true],
    [{ acr: 'phr' }, true],
    [{ acr: 'gold' }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: ['pwd', 'pin'] }, false],
    [{ amr: 'mfa' }, false],
    [{ amr: [7, 'otp'] }, false],
    [{ acr: '1' }, false],
    [{}, false],
  ])('takes %j for two factors: %s', (claims, twice) => {
    expect(provedTwice(claims, ['gold'])).toBe(twice);
  });
});
