import { Secret, TOTP } from 'otpauth';
import { type CreatedToken, type Enrolment, type RecoveryCodes } from '#contracts';
import { type Seats } from './seats.js';

const DAY_MS = 86_400_000;

export interface PeopleWork {
  absence: { absenceId: string; away: string; deputy: string };
  secondFactor: { username: string; secret: string; codes: string[] };
  token: { owner: string; token: string };
}

/** What people arranged for themselves: a deputy, a second factor, a token. */
export async function workOnAccounts(seats: Seats): Promise<PeopleWork> {
  return { absence: await deputise(seats), token: await token(seats), secondFactor: await enrol(seats) };
}

/** The quality manager is away; a supervisor decides for them, which a third person confirmed. */
async function deputise(seats: Seats): Promise<PeopleWork['absence']> {
  const [away, deputy] = ['quality', 'supervisor2'];
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const { id } = await seats.send<{ id: string }>(away, '/account/absences', {
    ...{ deputyPersonId: await seats.personOf('10102'), firstOn: day(0), lastOn: day(30), works: ['disputes'] },
  });
  await seats.send(deputy, `/account/absences/${id}/answer`, { accept: true, reason: null });
  await seats.prove('legal');
  await seats.send('legal', `/absences/${id}/confirmation`);
  return { absenceId: id, away, deputy };
}

async function token(seats: Seats): Promise<PeopleWork['token']> {
  const owner = 'quality';
  await seats.prove(owner);
  const asked = { name: 'Packed', scopes: ['calls.read'], days: 365 };
  const { token } = await seats.send<CreatedToken>(owner, '/account/tokens', asked);
  return { owner, token };
}

async function enrol(seats: Seats): Promise<PeopleWork['secondFactor']> {
  const username = 'analyst';
  await seats.prove(username);
  const { secret } = await seats.send<Enrolment>(username, '/account/second-factor');
  const code = TOTP.generate({ secret: Secret.fromBase32(secret) });
  const { codes } = await seats.send<RecoveryCodes>(username, '/account/second-factor/confirm', { code });
  return { username, secret, codes };
}
