import { delegableWorkSchema, type Permission } from '#contracts';
import { PERMISSIONS, scopeOf, type HeldRole } from '../permissions.rules.js';
import { DELEGABLE, delegated, needsConfirmation, toldOf, worksOf } from './delegated.rules.js';

const supervisor = (teamId: string | null, confirmed = true) => ({ role: 'supervisor' as const, teamId, confirmed });
const deputy = (...held: HeldRole[]) => ({ held, personId: 'deputy' });
const agent = deputy({ role: 'agent', teamId: null });
const may = (held: HeldRole[], permission: Permission) => scopeOf(permission, held, 'deputy');

describe('what a deputy may do', () => {
  it('is the work that was handed over, where the absent person may do it, and nothing else', () => {
    const held = delegated([supervisor('north')], ['disputes'], agent);
    expect(may(held, 'disputes.decide')).toEqual({ kind: 'some', teamIds: ['north'], ownPersonId: null });
    // A supervisor may not decide last, and coaching was not handed over.
    for (const other of ['disputes.decide_last', 'coaching.lead', 'scorecards.judge', 'calls.export'] as const)
      expect(may(held, other)).toEqual({ kind: 'none' });
  });

  it('is never what no person does for another, whatever the role', () => {
    const every = Object.keys(PERMISSIONS).map((role) => ({ role: role as 'agent', teamId: null, confirmed: true }));
    const held = delegated(every, delegableWorkSchema.options, agent);
    const never: Permission[] = [
      ...(['roles.approve', 'people.manage', 'legal.break_glass', 'legal.request', 'grants.propose'] as const),
      ...(['grants.publish', 'holds.release', 'retention.manage', 'redaction.manage', 'redaction.decide'] as const),
      ...(['data_requests.decide', 'tokens.manage', 'company.manage', 'checklists.edit', 'journal.read'] as const),
      ...([
        'disputes.file',
        'coaching.answer',
        'recertification.answer',
        'quality.settings',
        'sampling.manage',
      ] as const),
    ];
    for (const one of never) expect([one, may(held, one)]).toEqual([one, { kind: 'none' }]);
  });

  it('never includes own calls as an agent', () => {
    expect(delegated([{ role: 'agent', teamId: null, confirmed: true }], ['reviews'], agent)).toEqual([]);
    expect(worksOf([{ role: 'agent', teamId: null }])).toEqual([]);
  });

  it('is without confirmation what both may', () => {
    const unconfirmed = [supervisor('north', false), supervisor('south', false)];
    expect(delegated(unconfirmed, ['reviews'], agent)).toEqual([]);
    const held = delegated(unconfirmed, ['reviews'], deputy({ role: 'quality_analyst', teamId: 'north' }));
    expect(may(held, 'scorecards.judge')).toEqual({ kind: 'some', teamIds: ['north'], ownPersonId: null });
    // Sound and words are opened to a role, and the deputy has another one.
    expect([may(held, 'audio.play'), may(held, 'transcripts.read')]).toEqual([{ kind: 'none' }, { kind: 'none' }]);
    const same = delegated(unconfirmed, ['reviews'], deputy({ role: 'supervisor', teamId: 'north' }));
    expect(may(same, 'audio.play')).toMatchObject({ teamIds: ['north'] });
    // A role for every team is more than one for a team.
    const wide = delegated([supervisor(null, false)], ['reviews'], deputy({ role: 'supervisor', teamId: 'north' }));
    expect(wide).toEqual([]);
  });

  it('takes a second person where the deputy lacks any of it, and only there', () => {
    const absent = [{ role: 'supervisor' as const, teamId: 'north' }];
    expect(needsConfirmation(absent, ['disputes'], deputy({ role: 'supervisor', teamId: 'north' }))).toBe(false);
    expect(needsConfirmation(absent, ['disputes'], deputy({ role: 'supervisor', teamId: 'south' }))).toBe(true);
    expect(needsConfirmation(absent, ['disputes'], deputy({ role: 'quality_analyst', teamId: null }))).toBe(true);
    expect(needsConfirmation(absent, ['messages'], agent)).toBe(false);
  });
});

describe('of what a deputy is told before a third person has confirmed', () => {
  const absent = [{ role: 'supervisor' as const, teamId: 'north' }];
  const analyst = deputy({ role: 'quality_analyst', teamId: null }, { role: 'supervisor', teamId: 'south' });

  it('is what needs no confirmation, and nothing beside where some of it does', () => {
    expect(toldOf(absent, ['disputes', 'reviews', 'messages'], analyst)).toEqual([]);
    const supervises = deputy({ role: 'supervisor', teamId: 'north' });
    expect(toldOf(absent, ['disputes', 'messages'], supervises)).toEqual(['disputes', 'messages']);
    const approves = [...absent, { role: 'legal_approver' as const, teamId: 'north' }];
    expect(toldOf(approves, ['approvals', 'disputes', 'messages'], supervises)).toEqual(['disputes']);
    expect(toldOf(absent, ['messages'], agent)).toEqual(['messages']);
  });
});

describe('work that can be handed over', () => {
  it('follows from the roles', () => {
    const of = (role: HeldRole['role']) => worksOf([{ role, teamId: null }]);
    expect(of('supervisor')).toEqual(['disputes', 'reviews', 'promises', 'coaching', 'messages']);
    expect(of('quality_manager')).toEqual(['approvals', 'disputes', 'reviews', 'coaching', 'messages']);
    expect(of('legal_approver')).toEqual(['approvals', 'messages']);
    expect(of('administrator')).toEqual(['messages']);
  });

  it('names only what some role has', () => {
    const known = new Set(Object.values(PERMISSIONS).flat());
    for (const { does, sees } of Object.values(DELEGABLE))
      for (const one of [...does, ...sees]) expect([one, known.has(one)]).toEqual([one, true]);
  });
});
