import { roleSchema } from '#contracts';
import { PERMISSIONS, permissionsOf, reaches, scopeOf } from './permissions.rules.js';

const [ann, bob] = ['person-ann', 'person-bob'];
const leg = (personId: string, teamId: string) => ({ personId, teamId });

describe('permissions', () => {
  it('names every role', () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual([...roleSchema.options].sort());
  });

  it('keeps words and sound from administrators, auditors and legal roles', () => {
    for (const role of ['administrator', 'auditor', 'legal_requester', 'legal_approver'] as const) {
      // A requester's plays take an approved request each: a standing grant gives them none (`grant.rules.spec.ts`).
      if (role !== 'legal_requester') expect(PERMISSIONS[role]).not.toEqual(expect.arrayContaining(['audio.play']));
      expect(PERMISSIONS[role]).not.toEqual(expect.arrayContaining(['transcripts.read']));
      expect(PERMISSIONS[role]).not.toEqual(expect.arrayContaining(['scorecards.read']));
    }
  });

  it('refuses what no held role gives', () => {
    expect(scopeOf('calls.retry', [{ role: 'agent', teamId: 'care' }], ann)).toEqual({ kind: 'none' });
    expect(scopeOf('calls.read', [], ann)).toEqual({ kind: 'none' });
  });

  it('lets an agent reach their own legs only, no matter for which team the role was given', () => {
    const scope = scopeOf('calls.read', [{ role: 'agent', teamId: null }], ann);
    expect(reaches(scope, leg(ann, 'care'))).toBe(true);
    expect(reaches(scope, leg(bob, 'care'))).toBe(false);
  });

  it('joins the teams of several roles', () => {
    const held = [
      { role: 'supervisor', teamId: 'care' },
      { role: 'quality_analyst', teamId: 'sales' },
      { role: 'agent', teamId: 'care' },
    ] as const;
    expect(scopeOf('calls.read', held, ann)).toEqual({ kind: 'some', teamIds: ['care', 'sales'], ownPersonId: ann });
    expect(scopeOf('calls.retry', held, ann)).toEqual({ kind: 'some', teamIds: ['care'], ownPersonId: null });
    expect(permissionsOf(held)).toContain('calls.retry');
  });

  it('gives every team to a role without one', () => {
    expect(scopeOf('calls.read', [{ role: 'quality_manager', teamId: null }], ann)).toEqual({ kind: 'all' });
  });
});
