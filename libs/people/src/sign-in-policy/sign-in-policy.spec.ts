import { differingRules, FIRST_SIGN_IN_POLICY, SIGN_IN_PRESETS, signInPolicySchema } from '#contracts';
import { isSameSignInPolicy, requiredSince, settledPolicy } from './sign-in-policy.service.js';

const NOW = new Date('2026-11-28T08:00:00Z');

describe('rules for signing in', () => {
  it.each(Object.entries(SIGN_IN_PRESETS))('come as %s, within what may be set', (name, policy) => {
    expect(signInPolicySchema.parse(policy)).toEqual(policy);
    expect(policy.preset).toBe(name);
  });

  it('say in what they differ from a catalogue, whatever the order of roles', () => {
    const preset = SIGN_IN_PRESETS['cn-mlps3'];
    const turned = { ...preset, secondFactorRoles: preset.secondFactorRoles.toReversed() };
    expect(differingRules(preset, turned)).toEqual([]);
    expect(differingRules(preset, { ...turned, idleMinutes: 20, passwordDays: null })).toEqual([
      'passwordDays',
      'idleMinutes',
    ]);
  });

  it('are the same only against the same catalogue', () => {
    const named = { ...FIRST_SIGN_IN_POLICY, preset: 'cn-mlps3' as const };
    expect(isSameSignInPolicy(FIRST_SIGN_IN_POLICY, settledPolicy(FIRST_SIGN_IN_POLICY))).toBe(true);
    expect(isSameSignInPolicy(FIRST_SIGN_IN_POLICY, named)).toBe(false);
  });

  it('keep the day of a role that needed a second factor already, and begin with today for one that did not', () => {
    const policy = { ...FIRST_SIGN_IN_POLICY, secondFactorRoles: ['auditor' as const, 'administrator' as const] };
    const before = { administrator: '2026-01-01T00:00:00.000Z', agent: '2026-01-01T00:00:00.000Z' };
    expect(requiredSince(policy, before, NOW)).toEqual({
      administrator: '2026-01-01T00:00:00.000Z',
      auditor: NOW.toISOString(),
    });
  });
});
