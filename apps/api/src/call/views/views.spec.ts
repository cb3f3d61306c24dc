import { mayShareWith, teamsHeardOf } from './views.service.js';

const ann = { personId: 'ann', teamId: 'care' };

describe('sharing a view', () => {
  it('is for people who lead the team or manage quality there', () => {
    expect(mayShareWith('care', [{ role: 'supervisor', teamId: 'care' }], 'ann')).toBe(true);
    expect(mayShareWith('sales', [{ role: 'supervisor', teamId: 'care' }], 'ann')).toBe(false);
    expect(mayShareWith('sales', [{ role: 'quality_manager', teamId: null }], 'ann')).toBe(true);
  });

  it.each(['agent', 'quality_analyst', 'auditor', 'administrator'] as const)('is not for a %s', (role) => {
    expect(mayShareWith('care', [{ role, teamId: null }], 'ann')).toBe(false);
  });

  it('reaches those who see calls of the team, and its own people', () => {
    expect(teamsHeardOf([{ role: 'agent', teamId: null }], ann)).toEqual(['care']);
    expect(teamsHeardOf([{ role: 'quality_analyst', teamId: 'sales' }], ann)).toEqual(['sales', 'care']);
    expect(teamsHeardOf([{ role: 'auditor', teamId: null }], ann)).toBeNull();
    expect(teamsHeardOf([{ role: 'administrator', teamId: null }], ann)).toEqual([]);
  });
});
