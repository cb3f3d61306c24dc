import { type HeldRole } from '#people';
import { type StandingGrant } from '../standing-grant.entity.js';
import { grantFor, type GrantQuestion } from './grant.rules.js';

const now = new Date('2026-11-24T08:00:00Z');
const grant = (over: Partial<StandingGrant> = {}): StandingGrant => ({
  id: 'g1',
  code: 'SG-0001',
  role: 'supervisor',
  scope: 'team',
  purpose: 'quality',
  actions: ['listen', 'read'],
  rendition: 'masked',
  publishedByPersonId: 'p8',
  approvedByPersonId: 'p9',
  validFrom: new Date('2026-11-01T00:00:00Z'),
  expiresAt: new Date('2026-12-01T00:00:00Z'),
  revokedAt: null,
  ...over,
});
const supervisor: HeldRole[] = [{ role: 'supervisor', teamId: 'team-a' }];
const ask = (over: Partial<GrantQuestion> = {}): GrantQuestion => ({
  asker: { personId: 'p1', held: supervisor },
  leg: { personId: 'p2', teamId: 'team-a' },
  action: 'listen',
  now,
  ...over,
});

describe('which grant lets a person at a leg', () => {
  it('lets a supervisor at the own team', () => {
    expect(grantFor([grant()], ask())?.code).toBe('SG-0001');
  });

  it.each<[string, Partial<StandingGrant>, Partial<GrantQuestion>]>([
    ['there is none for the role', { role: 'quality_manager' }, {}],
    ['it was revoked', { revokedAt: now }, {}],
    ['another machine, whose clock is ahead, revoked it', { revokedAt: new Date('2026-11-24T09:00:00Z') }, {}],
    ['it has expired', { expiresAt: now }, {}],
    ['it is not valid yet', { validFrom: new Date('2026-11-25T00:00:00Z') }, {}],
    ['the action is another', { actions: ['read'] }, {}],
    ['the purpose is another', { purpose: 'coaching' }, { purpose: 'quality' }],
    ['the leg is another team’s', {}, { leg: { personId: 'p2', teamId: 'team-b' } }],
    ['it covers own calls and the leg is somebody else’s', { scope: 'own' }, {}],
  ])('lets nobody when %s', (_, over, question) => {
    expect(grantFor([grant(over)], ask(question))).toBeNull();
  });

  it('does not let an administrator listen, whatever a grant says', () => {
    const asker = { personId: 'p1', held: [{ role: 'administrator' as const, teamId: null }] };
    expect(grantFor([grant({ role: 'administrator' })], ask({ asker }))).toBeNull();
  });

  it('gives a legal requester nothing: requests do', () => {
    const asker = { personId: 'p1', held: [{ role: 'legal_requester' as const, teamId: null }] };
    expect(grantFor([grant({ role: 'legal_requester' })], ask({ asker }))).toBeNull();
  });

  it('keeps agents to their own calls, for whatever purpose they ask', () => {
    const asker = { personId: 'p1', held: [{ role: 'agent' as const, teamId: null }] };
    const own = grant({ role: 'agent', scope: 'own', purpose: 'own_call' });
    const mine = { personId: 'p1', teamId: 'team-a' };
    expect(grantFor([own], ask({ asker, leg: mine, purpose: 'quality' }))).toBe(own);
    expect(grantFor([own, grant({ role: 'agent' })], ask({ asker }))).toBeNull();
  });

  it('takes the narrowest of several', () => {
    const original = grant({ id: 'g2', code: 'SG-0000', rendition: 'original' });
    expect(grantFor([original, grant()], ask())?.code).toBe('SG-0001');
  });
});
