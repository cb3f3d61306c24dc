import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { callListSchema, SOCKET_PATH, type CallDelta, type Hello, type ServerToClientEvents } from '#contracts';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { type SupervisedChild } from '../../tools/profile/child-process.js';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { synthWav } from '../fixtures/wav.js';
import { type ProductionProfile } from '../support/production-profile.js';
import { callMetadata, Product } from '../support/product.js';
import { speakCall, type SpokenCall } from '../support/voices/speak-call.js';
import { patient } from '../../tools/patience.mjs';

/** Two APIs and two workers over one PostgreSQL, one Valkey, one bucket and one KMS key: nothing may be kept in a process. */
let product: Product & { profile: ProductionProfile };
let here: string;
let there: string;
let folder: string;
let english: SpokenCall;
const sockets: Socket[] = [];

beforeAll(async () => {
  product = await Product.startMany(2, 'valkey');
  [here, there] = product.profile.apis.map(({ baseUrl }) => baseUrl) as [string, string];
  folder = await mkdtemp(join(tmpdir(), 'shouwen-two-'));
  english = await speakCall(
    folder,
    SAMPLE_CALLS.find(({ id }) => id === 'en-no-greeting')!,
  );
});
afterAll(async () => {
  sockets.forEach((socket) => socket.close());
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The same account at the other API: a session is the database's. */
const at = (baseUrl: string, { cookie }: ApiClient) => ({
  json: async (path: string) => (await fetch(baseUrl + path, { headers: { cookie } })).json() as Promise<unknown>,
  status: async (path: string) => (await fetch(baseUrl + path, { headers: { cookie } })).status,
});

const words = new Blob([
  JSON.stringify({ language: 'zh', turns: [{ speaker: 'agent', fromMs: 0, toMs: 900, text: '您好，这里是绿谷银行' }] }),
]);
const wav = (frequency: number) =>
  new Blob([new Uint8Array(synthWav({ tones: [frequency, 0], seconds: 1, sampleRate: 16_000 }))]);
const mandarin = () => callMetadata({ language: 'zh', region: 'CN', legs: [{ staffNumber: '3068', holdSpans: [] }] });

async function openScreen(baseUrl: string, username: string) {
  const { cookie } = await product.signIn(username, baseUrl);
  const socket: Socket<ServerToClientEvents> = io(baseUrl, { path: SOCKET_PATH, extraHeaders: { cookie } });
  sockets.push(socket);
  const deltas: CallDelta[] = [];
  socket.on('delta', (delta) => void (delta.kind === 'call' && deltas.push(delta)));
  const hello = await new Promise<Hello>((done) => socket.once('hello', done));
  return { deltas, hello };
}

describe('two APIs and two workers', () => {
  it('take calls at either, do each job once, and give the same answers', async () => {
    const [admin, elsewhere] = await Promise.all([product.signIn('admin', here), product.signIn('admin', there)]);
    const uploads = Array.from({ length: 12 }, (_, i) =>
      (i % 2 ? admin : elsewhere).take(mandarin(), wav(300 + i), words),
    );
    const calls = await Promise.all(uploads);
    for (const { callId } of calls) await product.reaches(callId, ['scored']);

    const ids = calls.map(({ callId }) => callId);
    for (const event of ['recording.captured', 'recording.sealed', 'transcript.ready', 'checklist.scored']) {
      const { rows } = await product.database.query(
        'select count(*)::int as n, count(distinct call_id)::int as calls from journal_entry where event = $1 and call_id = any($2)',
        [event, ids],
      );
      expect([event, rows[0]]).toEqual([event, { n: 12, calls: 12 }]);
    }
    const tries = await product.database.query('select distinct attempts from work');
    expect(tries.rows).toEqual([{ attempts: 1 }]);

    const reader = await product.signIn('supervisor', here);
    for (const path of ['/api/v1/calls?limit=50', `/api/v1/calls/${ids[0]}`, `/api/v1/calls/${ids[1]}/scorecards`])
      expect(await at(there, reader).json(path)).toEqual(await at(here, reader).json(path));
    expect(callListSchema.parse(await at(there, reader).json('/api/v1/calls?limit=50')).items).toHaveLength(12);
  });

  it('both share the work', async () => {
    const logs = [1, 2].map((number) => readFile(join(product.dataDir, `logs/worker-${number}.log`), 'utf8'));
    for (const log of await Promise.all(logs)) expect(log).toContain('job done');
  });

  it('make one call of the same upload sent to both at once', async () => {
    const [admin, elsewhere] = await Promise.all([product.signIn('admin', here), product.signIn('admin', there)]);
    const metadata = mandarin();
    const sound = wav(777);
    const answers = await Promise.all(
      [admin, elsewhere, admin, elsewhere].map((one) => one.upload(metadata, sound, words)),
    );
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { callId: string; sha256: string }[];
    expect(answers.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
    expect(new Set(bodies.map(({ callId }) => callId)).size).toBe(1);
    const sha256 = createHash('sha256')
      .update(Buffer.from(await sound.arrayBuffer()))
      .digest('hex');
    expect(new Set(bodies.map((body) => body.sha256))).toEqual(new Set([sha256]));
    expect(await product.count('call where external_id = $1', metadata.externalId)).toBe(1);
    expect(await product.count('recording where call_id = $1', bodies[0]!.callId)).toBe(1);
    await product.reaches(bodies[0]!.callId, ['scored']);
  });

  it('tell screens at both of every change, no matter which took the call', async () => {
    const [left, right] = await Promise.all([openScreen(here, 'supervisor'), openScreen(there, 'supervisor')]);
    for (const baseUrl of [here, there]) {
      const { callId } = await (await product.signIn('admin', baseUrl)).take(mandarin(), wav(900), words);
      await product.reaches(callId, ['scored']);
      for (const { deltas, hello } of [left, right]) {
        const told = () => deltas.filter((delta) => delta.callId === callId);
        for (const deadline = Date.now() + patient(10_000); told().length < 2 && Date.now() < deadline;)
          await new Promise((tick) => setTimeout(tick, 50));
        expect(told().length).toBeGreaterThanOrEqual(2);
        const start = hello.rooms[deltas[0]!.room] ?? NaN;
        expect(deltas.map(({ seq }) => seq)).toEqual(deltas.map((_, i) => start + 1 + i));
      }
    }
  });

  it('serve screens behind a balancer that sends every connection to the next', async () => {
    const balancer = await alternating([here, there]);
    const { cookie } = await product.signIn('supervisor', balancer.url);
    for (let i = 0; i < 4; i++) {
      const options = { path: SOCKET_PATH, extraHeaders: { cookie }, transports: ['websocket'], forceNew: true };
      const socket = io(balancer.url, options);
      sockets.push(socket);
      const hello = await new Promise<Hello>((done, fail) => socket.once('hello', done).once('connect_error', fail));
      expect(Object.keys(hello.rooms).length).toBeGreaterThan(0);
      socket.close();
    }
    expect(Math.min(...balancer.sent)).toBeGreaterThanOrEqual(2);
    balancer.close();
  });

  it('know a session that was made at the other, and its end', async () => {
    const one = await product.signIn('quality', here);
    expect(await at(there, one).status('/api/v1/calls')).toBe(200);
    expect((await fetch(`${there}/api/v1/auth/logout`, { method: 'POST', headers: { cookie: one.cookie } })).ok).toBe(
      true,
    );
    expect(await at(here, one).status('/api/v1/calls')).toBe(401);
  });

  it('chain the journal without a gap or a twin, and export each head once', async () => {
    const { rows } = await product.database.query(
      'select count(*)::int as n, max(position)::int as last, count(distinct entry_id)::int as entries from journal_seal',
    );
    expect(rows[0].n).toBe(rows[0].last);
    expect(rows[0].entries).toBe(rows[0].last);
    const file = await readFile(join(product.dataDir, 'journal-heads/heads.jsonl'), 'utf8');
    const heads = file
      .trim()
      .split('\n')
      .map((line) => Number((JSON.parse(line) as { position: string }).position));
    expect(heads).toEqual([...new Set(heads)].sort((a, b) => a - b));
  });

  it('take over what the other was at when it was killed', async () => {
    const { callId, recordingId } = (await (
      await product.signIn('admin', there)
    ).take(callMetadata(), english.audio)) as { callId: string; recordingId: string };
    const [one, other] = product.profile.workers as [SupervisedChild, SupervisedChild];
    const heard = () => product.count('transcript_chunk where recording_id = $1', recordingId);
    // The one that has it, found by its children: a recogniser runs under it, but not between two chunks.
    const hearing = async () => ((await isHearing(one.pid!)) ? one : (await isHearing(other.pid!)) ? other : undefined);
    let victim: SupervisedChild | undefined;
    for (const deadline = Date.now() + patient(120_000); !victim && Date.now() < deadline;) {
      if ((await heard()) > 0) victim = await hearing();
      else await new Promise((tick) => setTimeout(tick, 50));
    }
    if (!victim) throw new Error('no worker was seen hearing the rest of the call');
    const survivor = victim === one ? other : one;
    const before = survivor.pid;
    await victim.crash();
    await product.reaches(callId, ['scored'], 120_000);
    expect(survivor.pid).toBe(before);
    const { rows } = await product.database.query(
      `select job, attempts from work where subject_id = $1 and job = 'transcribe-recording'`,
      [recordingId],
    );
    expect(rows).toEqual([{ job: 'transcribe-recording', attempts: 2 }]);
    const told = (event: string) => product.count('journal_entry where event = $1 and call_id = $2', event, callId);
    const checklists = await product.count(
      `(select distinct checklist_id from scorecard join leg on leg.id = leg_id where call_id = $1) judged`,
      callId,
    );
    expect(checklists).toBeGreaterThan(0);
    // A card of each checklist that judges the call, and no second one.
    expect([await told('transcript.ready'), await told('checklist.scored')]).toEqual([1, checklists]);
  });
});

/** Whether the recogniser runs under a process: other jobs have children too. */
async function isHearing(pid: number): Promise<boolean> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const ids = children.split(' ').filter((id) => id !== '');
  const commands = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return commands.some((command) => command.includes('pocketsphinx'));
}

/** A load balancer that knows nothing of sessions. */
async function alternating(targets: string[]) {
  const sent = targets.map(() => 0);
  let next = 0;
  const server = createServer((client) => {
    const at = next++ % targets.length;
    sent[at]!++;
    const upstream = connect(Number(new URL(targets[at]!).port), '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.pipe(to);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent, close: () => server.close() };
}
