import { type Day } from '../day.js';
import { everyWorkday, type Appointment } from '../week.js';
import { openAccount } from './newcomer.js';

const ADMIN = 'admin';
const NEWCOMER = { username: 'nina', staffNumber: '3301', name: { zh: '倪娜', en: 'Nina Novak' } };
const TOLD = ['supervisor', 'legal', 'legal2', 'requester', 'agent'];

/** Lets people in and out, and looks after what the product is connected to. Hears and reads no call. */
export const administrator: readonly Appointment[] = [
  { at: 'mon 07:20', who: ADMIN, what: 'gives the telephone system a token', do: giveToken },
  { at: 'mon 07:25', who: ADMIN, what: 'registers a webhook and tries it', do: registerWebhook },
  { at: 'mon 07:30', who: ADMIN, what: 'writes down where people get mail', do: writeAddresses },
  { at: 'mon 07:35', who: ADMIN, what: 'adds an agent, invites her and proposes her role', do: invite },
  { at: 'mon 07:45', who: 'legal', what: 'approves the role, as the second person', do: approveRole },
  {
    at: 'mon 07:50',
    who: NEWCOMER.username,
    what: 'opens her account and signs in',
    do: (day) => openAccount(day, NEWCOMER.username, 'seven lamps in the harbour'),
  },
  ...everyWorkday('08:15', { who: ADMIN, what: 'looks at the processing screen', do: lookAtBoard }),
  { at: 'tue 09:10', who: ADMIN, what: 'invites an agent again who forgot his password', do: inviteAgain },
  { at: 'tue 09:15', who: 'agent3', what: 'opens his account again', do: openAgain },
  { at: 'tue 09:40', who: ADMIN, what: 'closes the account of an agent who leaves', do: letGo },
  { at: 'tue 09:45', who: NEWCOMER.username, what: 'is not let in any more', do: staysOut },
  { at: 'tue 10:00', who: ADMIN, what: 'changes the secret of the webhook', do: rotateSecret },
  { at: 'wed 09:30', week: true, who: ADMIN, what: 'changes the company’s working hours', do: changeProfile },
  { at: 'thu 09:30', week: true, who: ADMIN, what: 'revokes the old token and gives another', do: replaceToken },
];

async function giveToken(day: Day): Promise<void> {
  const asked = { name: 'telephone system', scopes: ['calls.ingest'], days: 30 };
  const { token, tokenId } = await day
    .seat(ADMIN)
    .ask<{ token: string; tokenId: string }>('POST', '/account/tokens', { body: asked, prove: true });
  day.notes.set('telephone token', token);
  day.notes.set('telephone token id', tokenId);
}

async function replaceToken(day: Day): Promise<void> {
  const old = day.note('telephone token id');
  await giveToken(day);
  await day.seat(ADMIN).ask('DELETE', `/account/tokens/${old}`, { prove: true });
}

async function registerWebhook(day: Day): Promise<void> {
  const body = {
    name: 'customer records',
    url: day.note('webhook url'),
    events: ['call.known', 'recording.sealed', 'checklist.scored', 'commitment.overdue'],
  };
  const { endpointId } = await day.seat(ADMIN).ask<{ endpointId: string }>('POST', '/webhooks', { body, prove: true });
  day.notes.set('webhook', endpointId);
  await day.seat(ADMIN).ask('POST', `/webhooks/${endpointId}/ping`);
}

async function rotateSecret(day: Day): Promise<void> {
  await day.seat(ADMIN).ask('POST', `/webhooks/${day.note('webhook')}/secret`, { prove: true });
}

interface PersonRow {
  personId: string;
  staffNumber: string;
  name: { zh: string; en: string };
  team: { teamId: string };
  account: { username: string } | null;
}

async function personOf(day: Day, username: string): Promise<PersonRow> {
  const { items } = await day.seat(ADMIN).ask<{ items: PersonRow[] }>('GET', '/people?limit=200');
  const found = items.find(({ account }) => account?.username === username);
  if (!found) throw new Error(`there is no person ${username}`);
  return found;
}

async function writeAddresses(day: Day): Promise<void> {
  for (const username of TOLD) {
    const { personId, name, team } = await personOf(day, username);
    await day.seat(ADMIN).ask('PUT', `/people/${personId}`, {
      body: { name, teamId: team.teamId, email: `${username}@green-valley.example` },
      prove: true,
    });
  }
}

async function invite(day: Day): Promise<void> {
  const admin = day.seat(ADMIN);
  const { team } = await personOf(day, 'agent');
  const { staffNumber, name, username } = NEWCOMER;
  const added = await admin.ask<{ id: string }>('POST', '/people', {
    body: { staffNumber, name, teamId: team.teamId },
  });
  const invitation = { body: { username, language: 'en' }, prove: true } as const;
  const { code } = await admin.ask<{ code: string }>('POST', `/people/${added.id}/invitation`, invitation);
  day.notes.set(`code of ${username}`, code);
  day.notes.set('newcomer', added.id);
  await admin.ask('POST', '/role-proposals', {
    body: { personId: added.id, role: 'agent', teamId: null, clientId: null },
    prove: true,
  });
}

async function approveRole(day: Day): Promise<void> {
  const { items } = await day
    .seat('legal')
    .ask<{ items: { proposalId: string; person: { personId: string } }[] }>('GET', '/role-proposals?state=waiting');
  const proposalIds = items
    .filter(({ person }) => person.personId === day.note('newcomer'))
    .map(({ proposalId }) => proposalId);
  await day
    .seat('legal')
    .ask('POST', '/role-proposals/decisions', { body: { proposalIds, decision: 'approve' }, prove: true });
}

async function inviteAgain(day: Day): Promise<void> {
  const { personId } = await personOf(day, 'agent3');
  const { code } = await day
    .seat(ADMIN)
    .ask<{ code: string }>('POST', `/people/${personId}/invitation`, { body: {}, prove: true });
  day.notes.set('code of agent3', code);
  day.notes.set('forgetful', personId);
}

async function openAgain(day: Day): Promise<void> {
  await openAccount(day, 'agent3', 'nine ladders by the wall');
  // A person who was invited again may be a stranger: a second person confirms that it is them.
  await day.seat('legal').ask('POST', `/people/${day.note('forgetful')}/suspension/confirmation`, { prove: true });
}

async function letGo(day: Day): Promise<void> {
  await day.seat(ADMIN).ask('POST', `/people/${day.note('newcomer')}/leave`, { body: {}, prove: true });
}

async function staysOut(day: Day): Promise<void> {
  const gone = day.seat(NEWCOMER.username);
  const answer = await gone.request('/api/v1/calls').catch((error: Error) => error);
  if (!(answer instanceof Error)) throw new Error(`a person who left was answered ${answer.status}`);
  if (!/ 401 /.test(answer.message)) throw answer;
}

async function lookAtBoard(day: Day): Promise<void> {
  await day.seat(ADMIN).ask('GET', '/processing');
  await day.seat(ADMIN).ask('GET', '/notifications');
}

async function changeProfile(day: Day): Promise<void> {
  const admin = day.seat(ADMIN);
  const { version, profile } = await admin.ask<{ version: number; profile: object }>('GET', '/company/profile');
  const workingHours = { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '18:30' };
  await admin.ask('PUT', '/company/profile', { body: { version, profile: { ...profile, workingHours } } });
}
