import { groupChanges, type Earlier, type Mapped } from './group-roles.rules.js';

const TEAM = 'a team';
const analysts: Mapped = { id: 'm1', groupName: 'qa', role: 'quality_analyst', teamId: TEAM, clientId: null };
const agents: Mapped = { id: 'm2', groupName: 'agents', role: 'agent', teamId: TEAM, clientId: null };
const proposal = (state: Earlier['state'], over: Partial<Earlier> = {}): Earlier => ({
  ...{ id: 'p1', groupRoleId: 'm1', role: 'quality_analyst', teamId: TEAM, clientId: null },
  ...{ state, ...over },
});
const held = { role: 'quality_analyst', teamId: TEAM, clientId: null } as const;
const NONE = { propose: [], withdraw: [], remove: [] };
const changes = (over: Partial<Parameters<typeof groupChanges>[0]>) =>
  groupChanges({ groups: [], mapped: [analysts, agents], earlier: [], held: [], ...over });

describe('what a person’s groups change', () => {
  it('proposes what they mean, an agent’s role without a team', () => {
    expect(changes({ groups: ['qa', 'agents', 'chess'] }).propose).toEqual([analysts, { ...agents, teamId: null }]);
  });

  it('does not propose what is held, waits or was refused', () => {
    expect(changes({ groups: ['qa'], held: [held] })).toEqual(NONE);
    expect(changes({ groups: ['qa'], earlier: [proposal('waiting')] })).toEqual(NONE);
    expect(changes({ groups: ['qa'], earlier: [proposal('refused')] })).toEqual(NONE);
  });

  it.each(['withdrawn', 'approved'] as const)(
    'proposes again to one who comes back to a group (%s before)',
    (state) => {
      expect(changes({ groups: ['qa'], earlier: [proposal(state)] }).propose).toEqual([analysts]);
    },
  );

  it('takes back what a left group gave or was to give, and nothing else', () => {
    expect(changes({ earlier: [proposal('waiting')] }).withdraw).toEqual(['p1']);
    expect(changes({ earlier: [proposal('approved')], held: [held] }).remove).toEqual([held]);
    expect(changes({ held: [held] })).toEqual(NONE);
  });

  it('leaves a role that another of the groups gives as well', () => {
    const other = { ...analysts, id: 'm3', groupName: 'qa-leads' };
    const left = { groups: ['qa-leads'], mapped: [analysts, other], earlier: [proposal('approved')], held: [held] };
    expect(changes(left)).toEqual(NONE);
  });
});
