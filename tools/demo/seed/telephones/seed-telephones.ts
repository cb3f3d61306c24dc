import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  clientListSchema,
  telephonySourcesSchema,
  unrecordedCallsSchema,
  type NewTelephonySource,
  type TelephonySourceView,
} from '#contracts';
import { checkout } from '../../../models/checkout.js';
import { ApiClient } from '../../api-client.js';
import { PROFILE, QUEUES, TEAMS } from '../organisation.js';
import { moved, RECORDED_AT } from './moved.rules.js';
import { sendRecordings, TELEPHONES } from './send-recordings.js';

/** Records as an Asterisk writes them: of calls of a day and a half, in the queue, to a telephone and from one. */
const FILES = ['Cel.csv', 'queue_log'];
/** Calls of these records that reached an agent. */
const ANSWERED = 3;
const WITHIN_MS = 60_000;
const FOLDER = join(checkout(), 'tools/demo/seed/telephones');

/**
 * Gives the demonstration a telephone system, once, as its administrator would: whose its queues are, then its records, which end shortly
 * before now, and its recordings.
 * @returns whether it was not there before
 */
export async function seedTelephones(baseUrl: string, password: string): Promise<boolean> {
  const administrator = await ApiClient.signIn(baseUrl, 'admin', password);
  if (await known(administrator)) return false;
  const { sourceId, createdAt } = await setUp(administrator, password);
  const seconds = Math.floor((Date.parse(createdAt) - RECORDED_AT) / 1000);
  for (const name of FILES) {
    const text = moved(readFileSync(join(FOLDER, name), 'utf8'), seconds);
    await administrator.sendFile(`/api/v1/telephony-sources/${sourceId}/records?name=${name}`, text);
  }
  await folded(await ApiClient.signIn(baseUrl, 'quality', password));
  await sendRecordings(administrator, seconds);
  return true;
}

/** A recording of a second agent is taken once the records have told that the call had one. */
async function folded(reader: ApiClient): Promise<void> {
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const { items } = unrecordedCallsSchema.parse(await reader.json('/api/v1/calls/unrecorded?limit=200'));
    if (items.filter(({ became }) => became === 'answered').length >= ANSWERED) return;
    if (Date.now() > deadline) throw new Error('the telephone system’s records were not folded');
    await delay(250);
  }
}

async function known(administrator: ApiClient): Promise<TelephonySourceView | undefined> {
  const { sources } = telephonySourcesSchema.parse(await administrator.json('/api/v1/telephony-sources'));
  return sources.find(({ name }) => name === TELEPHONES);
}

async function setUp(administrator: ApiClient, password: string): Promise<TelephonySourceView> {
  const { clients } = clientListSchema.parse(await administrator.json('/api/v1/company/clients'));
  const teams = clients.flatMap((client) => client.teams);
  for (const [queue, key] of Object.entries(QUEUES)) {
    const team = teams.find(({ name }) => name.en === TEAMS[key].name.en);
    await administrator.send('PUT', '/api/v1/queue-teams', { queue, teamId: team?.teamId ?? null });
  }
  const settings = { zone: PROFILE.timeZone, home: 'CN' as const, map: {} };
  const system = { name: TELEPHONES, reader: 'asterisk', settings, teamIds: null, folder: null };
  await administrator.send('POST', '/api/v1/auth/step-up', { password });
  await administrator.send('POST', '/api/v1/telephony-sources', system satisfies NewTelephonySource);
  const made = await known(administrator);
  if (!made) throw new Error('the demonstration’s telephone system is not there');
  return made;
}
