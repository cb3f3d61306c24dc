import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type LegalCaseView, type LegalRequestView, type UploadMetadata } from '#contracts';
import { ApiClient } from '../demo/api-client.js';
import { type EmbeddedProfile } from '../profile/embedded-profile.js';

const WITHIN_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** What the archive holds, for the test that starts a later release on it. */
export interface Lived {
  password: string;
  calls: {
    callId: string;
    recordingId: string;
    words: string;
    points: number | null;
    maxPoints: number | null;
    held: boolean;
  }[];
  requestCode: string;
}

const CALLS = [
  {
    language: 'en',
    region: 'US-TX',
    staffNumber: '3071',
    turns: ['Good morning, Green Valley Bank, this is Anna, how may I help you?', 'I would like to know my balance.'],
  },
  {
    language: 'zh',
    region: 'CN',
    staffNumber: '3068',
    turns: ['您好，绿谷银行，请问有什么可以帮您？', '我想查一下余额。'],
  },
] as const;

/** Two short calls whose words came with them, scored; one of them held; a legal request that waits; heads of the journal outside. */
export async function liveALittle(profile: EmbeddedProfile, password: string): Promise<Lived> {
  const as = (name: string) => ApiClient.signIn(profile.baseUrl, name, password);
  const [admin, supervisor, requester] = await Promise.all([as('admin'), as('supervisor'), as('requester')]);
  const calls: Lived['calls'] = [];
  for (const [i, call] of CALLS.entries()) {
    const words = new Blob([JSON.stringify({ language: call.language, turns: call.turns.map(turn) })]);
    const { callId } = await admin.take(metadata(call, i), new Blob([new Uint8Array(tone(300 + 80 * i))]), words);
    calls.push({ ...(await scored(supervisor, callId)), words: call.turns[0], held: i === 0 });
  }
  const [first] = calls;
  await send(requester, '/auth/step-up', { password });
  const { caseId } = await send<LegalCaseView>(requester, '/legal/cases', { reference: 'C-1', title: 'Packed' });
  await send(requester, '/legal/holds', { caseId, reason: 'Packed.', callIds: [first!.callId] });
  const request = await send<LegalRequestView>(requester, '/legal/requests', {
    ...{ purpose: 'evidence', reason: 'Packed.', action: 'listen', plays: 3 },
    filters: {
      from: new Date(Date.now() - 3 * DAY_MS).toISOString().slice(0, 10),
      to: new Date().toISOString().slice(0, 10),
    },
    expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
  });
  await send(requester, `/legal/requests/${request.requestId}/submit`);
  await headsWritten(profile);
  return { password, calls, requestCode: request.code };
}

const turn = (text: string, i: number) => ({
  ...{ speaker: i % 2 ? 'customer' : 'agent', fromMs: i * 1500, toMs: i * 1500 + 1400, text },
});

function metadata({ language, region, staffNumber }: (typeof CALLS)[number], i: number): UploadMetadata {
  return {
    ...{ source: 'packed', externalId: `packed-${i}`, direction: 'inbound', classification: 'business' },
    ...{ startedAt: new Date(Date.now() - DAY_MS).toISOString(), language, region, customer: {}, agentChannel: 'left' },
    consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } },
    legs: [{ staffNumber, holdSpans: [] }],
  };
}

async function scored(reader: ApiClient, callId: string) {
  for (const deadline = Date.now() + WITHIN_MS; Date.now() < deadline; await delay(200)) {
    const call = await reader.call(callId);
    if (call.stage === 'needs_attention') throw new Error(`call ${callId} needs attention: ${call.stageReason}`);
    if (call.stage !== 'scored') continue;
    const [card] = (await reader.scorecards(callId)).filter(({ checklist }) => checklist.id === 'standard-inbound');
    if (!card) throw new Error(`call ${callId} has no scorecard`);
    const { points, maxPoints } = card;
    return { callId, recordingId: call.recordings[0]!.recordingId, points, maxPoints };
  }
  throw new Error(`call ${callId} was not scored in time`);
}

/** Heads are signed and written outside the database a moment after their entries. */
async function headsWritten({ env }: EmbeddedProfile): Promise<void> {
  const file = join(env.SHOUWEN_DATA_DIR, 'journal-heads/heads.jsonl');
  for (const deadline = Date.now() + WITHIN_MS; Date.now() < deadline; await delay(200))
    if ((await readFile(file, 'utf8').catch(() => '')).split('\n').length > 3) return;
  throw new Error(`${file} was not written in time`);
}

async function send<T = unknown>(client: ApiClient, path: string, body: object = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const answer = await client.request(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** Three seconds of a steady tone, two channels of telephone quality. */
function tone(hertz: number): Buffer {
  const [rate, frames, channels] = [8000, 24_000, 2];
  const data = Buffer.alloc(frames * channels * 2);
  for (let frame = 0; frame < frames; frame++) {
    const sample = Math.round(Math.sin((2 * Math.PI * hertz * frame) / rate) * 12_000);
    for (let channel = 0; channel < channels; channel++) data.writeInt16LE(sample, (frame * channels + channel) * 2);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
