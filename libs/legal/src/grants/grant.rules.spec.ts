import { type HeldRole } from '#people';
import {
  grantBeyond,
  grantFor,
  standingState,
  takesPlaceOf,
  type CoveringGrant,
  type GrantQuestion,
} from './grant.rules.js';

const now = new Date('2026-11-24T08:00:00Z');
const grant = (over: Partial<CoveringGrant> = {}): CoveringGrant => ({
  id: 'g1',
  code: 'SG-0001',
  role: 'supervisor',
  scope: 'company',
  teamId: null,
  clientId: null,
  teamIds: null,
  purpose: 'quality',
  actions: ['listen', 'read'],
  rendition: 'masked',
  publishedByPersonId: 'p8',
  approvedByPersonId: 'p9',
  validFrom: new Date('2026-11-01T00:00:00Z'),
  expiresAt: new Date('2026-12-01T00:00:00Z'),
  revokedAt: null,
  revokedByPersonId: null,
  revokedReason: null,
  proposalId: null,
  endingToldAt: null,
  endedToldAt: null,
  ...over,
});
const supervisor: HeldRole[] = [{ role: 'supervisor', teamId: 'team-a' }];
const ask = (over: Partial<GrantQuestion> = {}): GrantQuestion => ({
  asker: { personId: 'p1', held: supervisor },
  leg: { personId: 'p2', takenByPersonId: 'p2', teamId: 'team-a' },
  action: 'listen',
  now,
  ...over,
});

describe('which grant lets a person at a leg', () => {
  it('lets a supervisor at the own team', () => {
    expect(grantFor([grant()], ask())?.code).toBe('SG-0001');
    // A role that was narrowed, as a deputy has it, is not the whole role.
    const narrowed: HeldRole[] = [{ role: 'supervisor', teamId: 'team-a', only: ['transcripts.read'] }];
    expect(grantFor([grant()], ask({ asker: { personId: 'p1', held: narrowed } }))).toBeNull();
  });

  it.each<[string, Partial<CoveringGrant>, Partial<GrantQuestion>]>([
    ['there is none for the role', { role: 'quality_manager' }, {}],
    ['it was revoked', { revokedAt: now }, {}],
    ['another machine, whose clock is ahead, revoked it', { revokedAt: new Date('2026-11-24T09:00:00Z') }, {}],
    ['it has expired', { expiresAt: now }, {}],
    ['it is not valid yet', { validFrom: new Date('2026-11-25T00:00:00Z') }, {}],
    ['the action is another', { actions: ['read'] }, {}],
    ['the purpose is another', { purpose: 'coaching' }, { purpose: 'quality' }],
    ['the leg is another team’s', {}, { leg: { personId: 'p2', takenByPersonId: 'p2', teamId: 'team-b' } }],
    ['it is for another team', { scope: 'team', teamId: 'team-b', teamIds: ['team-b'] }, {}],
    ['it is for a client of which the team is not', { scope: 'client', clientId: 'c', teamIds: ['team-b'] }, {}],
    ['it covers own calls and the leg is another agent’s', { scope: 'own' }, {}],
  ])('lets no one in when %s', (_, over, question) => {
    expect(grantFor([grant(over)], ask(question))).toBeNull();
  });

  it('does not let an administrator listen, even if a grant says so', () => {
    const asker = { personId: 'p1', held: [{ role: 'administrator' as const, teamId: null }] };
    expect(grantFor([grant({ role: 'administrator' })], ask({ asker }))).toBeNull();
  });

  it('gives a legal requester nothing: requests do', () => {
    const asker = { personId: 'p1', held: [{ role: 'legal_requester' as const, teamId: null }] };
    expect(grantFor([grant({ role: 'legal_requester' })], ask({ asker }))).toBeNull();
  });

  it('keeps agents to their own calls, for any purpose', () => {
    const asker = { personId: 'p1', held: [{ role: 'agent' as const, teamId: null }] };
    const own = grant({ role: 'agent', scope: 'own', purpose: 'own_call' });
    const mine = { personId: 'p1', takenByPersonId: 'p1', teamId: 'team-a' };
    expect(grantFor([own], ask({ asker, leg: mine, purpose: 'quality' }))).toBe(own);
    expect(grantFor([own, grant({ role: 'agent' })], ask({ asker }))).toBeNull();
    // One person alone said that it is theirs, or another's.
    expect(grantFor([own], ask({ asker, leg: { ...mine, takenByPersonId: 'p2' } }))).toBeNull();
    expect(grantFor([own], ask({ asker, leg: { ...mine, personId: 'p2' } }))).toBeNull();
  });

  it('takes the narrowest of several', () => {
    const original = grant({ id: 'g2', code: 'SG-0000', rendition: 'original' });
    expect(grantFor([original, grant()], ask())?.code).toBe('SG-0001');
  });

  it('goes as far as its scope and the role both reach', () => {
    const client = grant({ scope: 'client', clientId: 'c', teamIds: ['team-a', 'team-b'] });
    expect(grantFor([client], ask())).toBe(client);
    expect(grantFor([client], ask({ leg: { personId: 'p2', takenByPersonId: 'p2', teamId: 'team-b' } }))).toBeNull();
    const team = grant({ id: 'g2', code: 'SG-0002', scope: 'team', teamId: 'team-a', teamIds: ['team-a'] });
    expect(grantFor([grant(), client, team], ask())).toBe(team);
  });
});

describe('who may decide about a grant', () => {
  const company = { scope: 'company', teamId: null, clientId: null } as const;
  const own = { ...company, scope: 'own' } as const;
  const client = { ...company, scope: 'client', clientId: 'c' } as const;
  const team = { ...company, scope: 'team', teamId: 'a' } as const;

  it.each([
    ['the whole company', { within: null, clients: [] }, [false, false, false, false]],
    ['the client', { within: ['a', 'b'], clients: ['c'] }, [true, true, false, false]],
    ['the team', { within: ['a'], clients: [] }, [true, true, true, false]],
    ['another team', { within: ['b'], clients: [] }, [true, true, true, true]],
  ])('is who reaches all that it opens: %s', (_, reach, beyond) => {
    expect([company, own, client, team].map((one) => grantBeyond(one, reach))).toEqual(beyond);
  });
});

describe('the end of a grant', () => {
  const at = (day: string) => new Date(`2026-12-${day}T00:00:00Z`);

  it('is near fourteen days before', () => {
    const one = grant({ expiresAt: at('31') });
    expect([at('16'), at('17'), at('31')].map((day) => standingState(one, day))).toEqual(['live', 'ending', 'expired']);
    expect(standingState(grant({ revokedAt: now }), now)).toBe('revoked');
  });

  it('concerns no one where another opens the same for longer', () => {
    const one = grant({ scope: 'team', teamId: 'a', actions: ['listen'] });
    const longer = { id: 'g2', expiresAt: at('31') };
    expect(takesPlaceOf(grant({ ...longer, scope: 'team', teamId: 'a' }), one)).toBe(true);
    expect(takesPlaceOf(grant(longer), one)).toBe(true);
    for (const over of [
      { id: 'g1' },
      { scope: 'team', teamId: 'b' },
      { actions: ['read'] },
      { role: 'quality_analyst' },
      { revokedAt: now },
      { expiresAt: one.expiresAt },
    ] as const)
      expect(takesPlaceOf(grant({ ...longer, ...over } as Partial<CoveringGrant>), one)).toBe(false);
    expect(takesPlaceOf(grant(longer), grant({ scope: 'own' }))).toBe(false);
  });
});
