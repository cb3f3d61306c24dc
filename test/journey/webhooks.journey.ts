import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WebhookDelivery, type WebhookPayload } from '#contracts';
import { synthWav } from '../fixtures/wav.js';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { callMetadata, PASSWORD, Product } from '../support/product.js';
import { Receiver, type Received } from '../support/receiver.js';
import { SampleReceiver } from '../support/sample-receiver.js';
import { loadVerifyExample } from '../support/verify-example.js';

const EVENTS = [
  'call.known',
  'recording.captured',
  'recording.sealed',
  'transcript.ready',
  'checklist.scored',
] as const;

let product: Product;
let receiver: Receiver;
let admin: ApiClient;
const registered: string[] = [];

beforeAll(async () => {
  product = await Product.start(
    { SHOUWEN_WEBHOOK_ALLOW_RANGES: '127.0.0.1' },
    { SHOUWEN_FAULT_POINT: 'webhook.before-record' },
  );
  admin = await product.signIn('admin');
  expect((await post('/api/v1/auth/step-up', { password: PASSWORD })).ok).toBe(true);
});
beforeEach(async () => {
  receiver = await new Receiver().listen();
});
afterEach(async () => {
  // Another test's receiver may get the same port.
  for (const id of registered.splice(0)) await admin.request(`/api/v1/webhooks/${id}`, { method: 'DELETE' });
  await receiver.close();
});
afterAll(() => product?.stop());

const idOf = ({ headers }: Received) => String(headers['webhook-id']);
const payloadOf = ({ body }: Received) => JSON.parse(body) as WebhookPayload;

async function register(url = receiver.url()): Promise<{ endpointId: string; secret: string }> {
  const answer = await post('/api/v1/webhooks', { name: 'journey', url, events: EVENTS });
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as { endpointId: string; secret: string };
  registered.push(made.endpointId);
  return made;
}

const post = (path: string, body?: unknown): Promise<Response> =>
  admin.request(path, {
    method: 'POST',
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

function sendCall() {
  const turns = [{ speaker: 'agent', fromMs: 0, toMs: 900, text: '您好，这里是绿谷银行' }];
  const words = new Blob([JSON.stringify({ language: 'zh', turns })]);
  const wav = new Blob([new Uint8Array(synthWav({ tones: [440, 0], seconds: 1, sampleRate: 16_000 }))]);
  return admin.take(callMetadata({ language: 'zh', region: 'CN' }), wav, words);
}

// The first delivery of the file: only it meets the fault point, a restart goes without.
it('delivers again, under the same id, what a worker was killed over', async () => {
  const { endpointId } = await register();
  const first = product.profile.worker.pid;
  expect((await post(`/api/v1/webhooks/${endpointId}/ping`)).status).toBe(201);
  await receiver.until((received) => received.length >= 2);
  expect(product.profile.worker.pid).not.toBe(first);
  const [sent, again] = receiver.received as [Received, Received];
  expect(idOf(again)).toBe(idOf(sent));
  expect(again.body).toBe(sent.body);
});

it("tells a receiver of a call's whole way, in messages that the documented code verifies", async () => {
  const { secret } = await register();
  const { callId } = await sendCall();
  await receiver.until((received) => received.length >= EVENTS.length);
  expect(new Set(receiver.received.map((message) => payloadOf(message).type))).toEqual(new Set(EVENTS));
  const verify = await loadVerifyExample();
  for (const message of receiver.received) {
    expect(payloadOf(message)).toMatchObject({ id: idOf(message), data: { callId } });
    expect(verify(secret, message.headers, message.body)).toBe(true);
    expect(verify(secret, message.headers, message.body.replace(callId, '0'))).toBe(false);
    expect(verify(secret.replace(/.{4}$/, 'AAA='), message.headers, message.body)).toBe(false);
    const old = { ...message.headers, 'webhook-timestamp': String(Number(message.headers['webhook-timestamp']) - 301) };
    expect(verify(secret, old, message.body)).toBe(false);
  }
  expect(new Set(receiver.received.map(idOf)).size).toBe(EVENTS.length);
});

it('brings what a receiver missed while it was down, and lets nothing else wait for it', async () => {
  const { endpointId } = await register();
  const { port } = receiver;
  await receiver.close();
  const { callId } = await sendCall();
  await product.reaches(callId, ['scored']);
  const deliveries = async () =>
    ((await admin.json(`/api/v1/webhooks/${endpointId}/deliveries`)) as { items: WebhookDelivery[] }).items;
  expect((await deliveries()).every(({ state }) => state === 'waiting')).toBe(true);
  receiver = await new Receiver().listen(port);
  await receiver.until((received) => new Set(received.map(idOf)).size === EVENTS.length);
  expect(new Set((await deliveries()).map(({ deliveryId }) => deliveryId))).toEqual(
    new Set(receiver.received.map(idOf)),
  );
});

describe('the receiver that the documentation offers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-receiver-'));
  const inbox = join(folder, 'inbox.ndjson');
  let sample: SampleReceiver | undefined;
  afterAll(async () => {
    await sample?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes each message once, drops what comes again, and refuses what is not signed', async () => {
    // Its port is known before its secret is: that comes with the registration.
    const { port } = receiver;
    await receiver.close();
    const { endpointId, secret } = await register(`http://127.0.0.1:${port}/`);
    sample = await SampleReceiver.start({ secret, port, inbox });
    const { deliveryId } = (await (await post(`/api/v1/webhooks/${endpointId}/ping`)).json()) as { deliveryId: string };
    await sample.until((handled) => handled.length === 1);
    expect(sample.handled).toEqual([{ handled: deliveryId, type: 'webhook.ping', data: { endpointId } }]);
    expect((await post(`/api/v1/webhooks/${endpointId}/deliveries/${deliveryId}/replay`)).status).toBe(204);
    const { callId } = await sendCall();
    await sample.until((handled) => handled.some(({ type }) => type === 'checklist.scored'));
    expect(new Set(sample.handled.slice(1).map(({ data }) => data['callId']))).toEqual(new Set([callId]));
    const forged = { 'webhook-id': 'x', 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) };
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { ...forged, 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` },
      body: '{"id":"x","type":"webhook.ping"}',
    });
    expect(answer.status).toBe(401);

    // Ended and started again, it knows what it had.
    await sample.end();
    sample = await SampleReceiver.start({ secret, port, inbox });
    expect((await post(`/api/v1/webhooks/${endpointId}/deliveries/${deliveryId}/replay`)).status).toBe(204);
    const second = (await (await post(`/api/v1/webhooks/${endpointId}/ping`)).json()) as { deliveryId: string };
    await sample.until((handled) => handled.length === 1);
    expect(sample.handled).toMatchObject([{ handled: second.deliveryId }]);
    const kept = readFileSync(inbox, 'utf8').match(new RegExp(`"id":"${deliveryId}"`, 'g'));
    expect(kept).toHaveLength(1);
    receiver = await new Receiver().listen();
  });
});
