import { withDeputies, type StandingIn } from './deputies.rules.js';

const told = (personId: string, kind: 'submitted' | 'dispute_filed' | 'rights_suspended' | 'coaching_shared') => ({
  personId,
  kind,
});
const away = (works: StandingIn['works']): StandingIn[] => [
  { absenceId: 'absence', personId: 'A', deputyPersonId: 'B', works },
];

describe('who is told in place of a person who is away', () => {
  it('is the deputy, of the work that was handed over, and the person on the bell alone', () => {
    expect(withDeputies([told('A', 'submitted')], away(['approvals']), null)).toEqual([
      { personId: 'A', kind: 'submitted', absenceId: null, silent: true },
      { personId: 'B', kind: 'submitted', absenceId: 'absence', silent: false },
    ]);
    expect(withDeputies([told('A', 'dispute_filed')], away(['approvals']), null)).toEqual([
      { personId: 'A', kind: 'dispute_filed', absenceId: null, silent: false },
    ]);
  });

  it('is not the deputy of what is about the person themselves', () => {
    expect(withDeputies([told('A', 'rights_suspended')], away(['approvals', 'messages']), null)).toEqual([
      { personId: 'A', kind: 'rights_suspended', absenceId: null, silent: false },
    ]);
    expect(withDeputies([told('A', 'coaching_shared')], away(['messages']), null)).toEqual([
      { personId: 'A', kind: 'coaching_shared', absenceId: null, silent: true },
    ]);
  });

  it('is told once: as themselves, or not at all of what they did', () => {
    const both = withDeputies([told('A', 'submitted'), told('B', 'submitted')], away(['approvals']), null);
    expect(both.map(({ personId, absenceId }) => [personId, absenceId])).toEqual([
      ['A', null],
      ['B', null],
    ]);
    expect(withDeputies([told('A', 'submitted')], away(['approvals']), 'B')).toHaveLength(1);
  });
});
