import { readFile } from 'node:fs/promises';
import { type ApiClient } from '../../../tools/demo/api-client.js';
import { SAMPLE_CALLS } from '../../../tools/samples/calls.js';
import { metadataOf } from '../../../tools/samples/metadata.js';
import { type SampleCall } from '../../../tools/samples/sample-call.js';
import { synthWav } from '../../fixtures/wav.js';
import { type House } from '../../support/house.js';
import { KnownCalls } from '../known-calls.js';
import { callMetadata, PASSWORD } from '../../support/product.js';

const DAY_MS = 86_400_000;
const WHISPERX = new URL('../../fixtures/provided-words/whisperx-3.8.6.diarized.json', import.meta.url);
const said = (speaker: string, fromMs: number, text: string) => ({ speaker, fromMs, toMs: fromMs + 2_500, text });
/** A card's code that may be none, a telephone number and an address, and a promise. */
const DOUBTFUL = {
  language: 'zh',
  turns: [
    said('agent', 0, '您好，请问安全码是多少'),
    said('customer', 3_000, '我这张卡上写的好像有七三九这样'),
    said('agent', 6_000, '请报一下您的手机号码'),
    said('customer', 9_000, '幺三八零零幺三八零零零，地址是朝阳区建国路88号3栋501室'),
    said('agent', 12_000, '好的，我明天下午三点前给您回电话'),
  ],
};

const TELEPHONES = {
  name: 'pbx',
  reader: 'asterisk',
  settings: { zone: 'Asia/Shanghai', home: 'CN', map: {} },
  teamIds: null,
  folder: null,
};

/** Something for every screen to show: calls of each kind, and what each role has asked for, proposed or waits for. */
export async function fillProduct(product: House): Promise<void> {
  const calls = await sendCalls(product);
  await Promise.all([keepLegal(product, calls), judge(product), administer(product)]);
  await forget(product);
  await miss(product);
  await product.idle();
}

/** A call that reached no one, as the telephone system knows it. */
async function miss(product: House): Promise<void> {
  const known = await KnownCalls.of(product);
  const { person_id, team_id } = await known.agent('3068');
  const at = (seconds: number) => new Date(Date.now() + (seconds - 3_600) * 1_000);
  await known.call(at(0), { connection: 'missed', customer: '138****2046' }, [
    {
      kind: 'queue',
      queue: 'billing',
      team_id,
      outcome: 'no_answer',
      began_at: at(1),
      queue_seconds: 30,
      ended_at: at(31),
    },
    {
      person_id,
      team_id,
      extension: '3068',
      outcome: 'no_answer',
      began_at: at(6),
      ring_seconds: 25,
      ended_at: at(31),
    },
  ]);
  await known.end();
}

/** What samples say, over plain tones: to speak them takes longer than all else. */
const SAMPLES = SAMPLE_CALLS.filter(({ id }) => ['zh-deflection', 'en-model', 'zh-declined'].includes(id));
const SECONDS = 64;
const wordsOf = ({ language, lines }: SampleCall): string =>
  JSON.stringify({ language, turns: lines.map(({ speaker, text }, at) => said(speaker, at * 3_000, text)) });

async function sendCalls(product: House): Promise<string[]> {
  const operator = await product.signIn('admin');
  const send = async (words: string | Buffer, change: object, tones = [440, 220]) => {
    const sound = new Blob([new Uint8Array(synthWav({ tones, seconds: SECONDS }))]);
    const text = new Blob([new Uint8Array(Buffer.from(words))]);
    return (await operator.take({ ...callMetadata(), ...change }, sound, text)).callId;
  };
  const mine = { legs: [{ staffNumber: '3068', queue: 'billing', holdSpans: [{ fromMs: 4_000, toMs: 6_000 }] }] };
  const chinese = { ...mine, language: 'zh', region: 'CN', customer: { name: '王小明', number: '13800138000' } };
  const now = { startedAt: new Date(), durationMs: SECONDS * 1_000, staffNumber: '3068' };
  const ids: string[] = [];
  for (const sample of SAMPLES) ids.push(await send(wordsOf(sample), metadataOf(sample, now)));
  ids.push(await send(JSON.stringify(DOUBTFUL), chinese));
  ids.push(await send(await readFile(WHISPERX), { agentChannel: undefined, ...mine }, [440]));
  ids.push(await send('{"segments": [\n{"start": 0,]}', mine));
  for (const callId of ids) await product.reaches(callId, ['scored', 'not_recorded', 'needs_attention']);
  await product.idle();
  return ids;
}

/** A case with a request that waits, a hold, a grant and a role that wait, a person who wants to be forgotten, and a schedule that is proposed. */
async function keepLegal(product: House, [callId]: string[]): Promise<void> {
  const requester = await proven(product, 'requester');
  const { caseId } = await post(requester, '/legal/cases', { reference: '2026-法-021', title: '退款争议' });
  const ends = new Date(Date.now() + 20 * DAY_MS).toISOString();
  for (const action of ['listen', 'evidence_export']) {
    const what = { action, plays: 2, filters: {}, purpose: action === 'evidence_export' ? 'evidence' : 'dispute' };
    const asked = { ...what, caseId, reason: '法院要求提供录音。', expiresAt: ends };
    const { requestId } = await post(requester, '/legal/requests', asked);
    await post(requester, `/legal/requests/${String(requestId)}/submit`, {});
  }
  await post(requester, '/legal/holds', { callIds: [callId], caseId, reason: '法院通知保全' });
  await post(requester, '/legal/standing-grants/proposals', {
    ...{ role: 'quality_analyst', scope: 'company', purpose: 'quality', actions: ['listen'], rendition: 'original' },
    ...{ expiresAt: ends, reason: '每季抽查。' },
  });
  const subject = { staffNumber: '3068' };
  await post(requester, '/data-requests', { kind: 'access', subject, reference: '来函 7', note: null });
  const approver = await proven(product, 'legal');
  const keep = { count: 3, unit: 'years' };
  const schedule = {
    rules: [{ when: { queue: 'billing' }, keep }],
    default: { count: 180, unit: 'days' },
    graceDays: 7,
  };
  await post(approver, '/retention/schedule', { from: 0, schedule, reason: '按公司制度' }, 'PUT');
}

/** A customer was forgotten at their own request: what is left is a certificate. */
async function forget(product: House): Promise<void> {
  const sound = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 4 }))]);
  const { callId } = await (await product.signIn('admin')).take(callMetadata(), sound);
  await product.reaches(callId, ['scored', 'needs_attention']);
  await product.idle();
  const [requester, approver] = [await proven(product, 'requester'), await proven(product, 'legal')];
  const asked = { kind: 'erasure', subject: { callIds: [callId] }, reference: '来函 8', note: null };
  const { requestId } = await post(requester, '/data-requests', asked);
  const reason = '第四十七条：目的已实现';
  await post(requester, `/data-requests/${String(requestId)}/proposals`, { proposal: 'agree', reason });
  await post(approver, `/data-requests/${String(requestId)}/decisions`, { decision: 'confirmed' });
  await product.idle();
}

/** A draft that was tried on past calls, an item that a person judged, a view of the list. */
async function judge(product: House): Promise<void> {
  const quality = await proven(product, 'quality');
  await post(quality, '/checklists', { checklistId: 'standard-inbound', from: 'latest' });
  const today = new Date().toISOString().slice(0, 10);
  const tried = { checklistId: 'standard-inbound', version: 'draft', from: '2020-01-01', to: today };
  await post(quality, '/back-tests', tried);
  await post(quality, '/views', { name: '普通话', filters: { language: 'zh' } });
}

async function administer(product: House): Promise<void> {
  const admin = await proven(product, 'admin');
  const { clients } = (await admin.json('/api/v1/company/clients')) as { clients: { teams: { teamId: string }[] }[] };
  const name = { zh: '方宁', en: 'Ning Fang' };
  const teamId = clients[0]?.teams[0]?.teamId;
  const { id: personId } = await post(admin, '/people', { staffNumber: '5001', name, teamId, email: null });
  await post(admin, `/people/${String(personId)}/invitation`, { username: 'ning.fang', language: 'zh' });
  await post(admin, '/role-proposals', { personId, role: 'supervisor', teamId, clientId: null });
  await post(admin, '/telephony-sources', TELEPHONES);
  await post(admin, '/account/tokens', { name: '日报导出', scopes: ['calls.ingest'], days: 30 });
}

async function proven(product: House, username: string): Promise<ApiClient> {
  const client = await product.signIn(username);
  await post(client, '/auth/step-up', { password: PASSWORD });
  return client;
}

async function post(client: ApiClient, path: string, body: object, method = 'POST'): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', origin: client.baseUrl };
  const answer = await client.request(`/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
