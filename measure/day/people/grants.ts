import { type StandingGrantList, type StandingGrantProposal } from '#contracts';
import { type Day } from '../day.js';
import { type Appointment } from '../week.js';

const PROPOSER = 'requester';
const PUBLISHER = 'legal';
const DAY_MS = 86_400_000;

/** The ordinary rights by which people hear and read: one of legal's proposes them, another publishes, one takes one back. */
export const grants: readonly Appointment[] = [
  { at: 'mon 07:05', who: PROPOSER, what: 'proposes who hears and reads by an ordinary right', do: propose },
  { at: 'mon 07:07', who: PROPOSER, what: 'may not publish that alone', do: isRefused },
  { at: 'mon 07:10', who: PUBLISHER, what: 'publishes it, as the second person', do: publish },
  { at: 'mon 07:15', who: PROPOSER, what: 'sees that no role is without', do: noRoleIsWithout },
  { at: 'thu 12:30', week: true, who: PUBLISHER, what: 'takes the analysts’ grant back', do: revoke },
  { at: 'thu 12:40', week: true, who: 'analyst', what: 'reads nothing any more', do: readsNothing },
  { at: 'thu 12:50', week: true, who: PROPOSER, what: 'proposes it again', do: (day) => proposeOne(day, ANALYSTS) },
  { at: 'thu 13:00', week: true, who: PUBLISHER, what: 'publishes it again', do: publish },
];

type Terms = Pick<StandingGrantProposal, 'role' | 'scope' | 'purpose'> & { days?: number };
const ANALYSTS: Terms = { role: 'quality_analyst', scope: 'company', purpose: 'quality' };
const TERMS: readonly Terms[] = [
  { role: 'supervisor', scope: 'company', purpose: 'quality' },
  // It ends within a fortnight, and the people concerned are told.
  { role: 'supervisor', scope: 'company', purpose: 'coaching', days: 10 },
  { role: 'quality_manager', scope: 'company', purpose: 'quality' },
  { role: 'agent', scope: 'own', purpose: 'own_call' },
  ANALYSTS,
];

const list = (day: Day, username: string): Promise<StandingGrantList> =>
  day.seat(username).ask<StandingGrantList>('GET', '/legal/standing-grants');

async function propose(day: Day): Promise<void> {
  for (const terms of TERMS) await proposeOne(day, terms);
}

async function proposeOne(day: Day, { days = 300, ...terms }: Terms): Promise<void> {
  const expiresAt = new Date(day.clock.now().getTime() + days * DAY_MS).toISOString();
  const body: StandingGrantProposal = {
    ...{ ...terms, teamId: null, clientId: null, actions: ['listen', 'read'], rendition: 'masked' },
    ...{ expiresAt, reason: 'What the work of this role takes.' },
  };
  await day.seat(PROPOSER).ask('POST', '/legal/standing-grants/proposals', { body, prove: true });
}

async function isRefused(day: Day): Promise<void> {
  const { waiting } = await list(day, PROPOSER);
  if (waiting.length !== TERMS.length) throw new Error(`${waiting.length} proposals wait, not ${TERMS.length}`);
  const [first] = waiting;
  const path = `/legal/standing-grants/proposals/${first?.proposalId}/decisions`;
  await day.seat(PROPOSER).ask('POST', path, { body: { decision: 'publish' }, prove: true, expect: 403 });
}

async function publish(day: Day): Promise<void> {
  for (const { proposalId } of (await list(day, PUBLISHER)).waiting) {
    const path = `/legal/standing-grants/proposals/${proposalId}/decisions`;
    await day.seat(PUBLISHER).ask('POST', path, { body: { decision: 'publish' }, prove: true });
  }
}

async function noRoleIsWithout(day: Day): Promise<void> {
  const { without, waiting } = await list(day, PROPOSER);
  if (without.length + waiting.length > 0)
    throw new Error(`without a grant: ${without.join(', ')}; ${waiting.length} proposals still wait`);
}

async function revoke(day: Day): Promise<void> {
  const live = (await list(day, PUBLISHER)).grants.find(
    ({ role, revoked }) => role === ANALYSTS.role && revoked === null,
  );
  if (!live) throw new Error('the analysts have no grant');
  // They read three calls on each morning.
  if (live.use.readings === 0) throw new Error('the grant’s use is not seen');
  await day.seat(PUBLISHER).ask('POST', `/legal/standing-grants/${live.grantId}/revocation`, {
    body: { reason: 'The analysts are asked to look at other things first.' },
    prove: true,
  });
}

async function readsNothing(day: Day): Promise<void> {
  const latest = day.calls.findLast(({ spoken }) => spoken);
  if (!latest) throw new Error('no call was taken');
  await day.seat('analyst').ask('GET', `/calls/${latest.callId}/transcript`, { expect: 403 });
}
