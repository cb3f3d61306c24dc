import { sensitiveKindSchema, STRICTEST_REDACTION, type RedactionPolicy } from '#contracts';
import { isSamePolicy, settled, weakening } from './policy.rules.js';

const strict = STRICTEST_REDACTION;
const without = (...gone: string[]): RedactionPolicy => ({
  ...strict,
  kinds: strict.kinds.filter((kind) => !gone.includes(kind)),
});

describe('a change of what is hidden', () => {
  it('hides less with the trial, with a kind left out, and with unchecked sound', () => {
    expect(weakening(strict, { ...strict, mode: 'highlight' })).toMatchObject({ trial: true });
    expect(weakening(strict, without('address'))).toMatchObject({ kinds: ['address'] });
    expect(weakening({ ...strict, unchecked: 'refuse' }, strict)).toMatchObject({ unchecked: true });
  });

  it('hides as much or more the other way round', () => {
    expect(weakening({ ...strict, mode: 'highlight' }, strict)).toBeNull();
    expect(weakening(without('address', 'email'), without('email'))).toBeNull();
    expect(weakening(strict, { ...strict, unchecked: 'refuse' })).toBeNull();
  });

  it('always keeps card codes, and kinds once each in order', () => {
    const order = sensitiveKindSchema.options;
    expect(settled({ ...strict, kinds: ['email', 'email', 'bank_card'] }, order).kinds).toEqual([
      'bank_card',
      'card_code',
      'email',
    ]);
    expect(isSamePolicy(settled({ ...strict, kinds: [...order].reverse() }, order), strict)).toBe(true);
  });
});
