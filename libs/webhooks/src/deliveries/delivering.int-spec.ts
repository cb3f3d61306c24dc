import { createHash, createHmac, randomUUID } from 'node:crypto';
import { accept, answer, Receiver } from '../../../../test/support/receiver.js';
import { WebhookBench } from '../../../../test/factories/webhooks.js';
import { DeliveryTry } from './delivery-try.js';

let bench: WebhookBench;
let receiver: Receiver;

beforeAll(async () => {
  bench = await WebhookBench.open({ timeoutMs: 500 });
});
beforeEach(async () => {
  receiver = await new Receiver().listen();
});
afterEach(() => receiver.close());
afterAll(() => bench.close());

const sealed = () => ({ recordingId: randomUUID(), objectId: randomUUID(), durationMs: 61_000 });

/** One endpoint that has been told of one call. */
async function told() {
  const { endpointId, secret } = await bench.register({ url: receiver.url() });
  const { callId } = await bench.call();
  await bench.happens('recording.sealed', sealed(), callId);
  return { endpointId, secret, callId };
}

const onlyDelivery = async (endpointId: string): Promise<string> =>
  (await bench.listed(endpointId)).map(({ deliveryId }) => deliveryId).join();

const verifies = (secret: string, index = 0): boolean => {
  const { headers, body } = receiver.received[index]!;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const signature = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(signature);
};

describe('a delivery', () => {
  it('reaches its receiver once, signed, and is then done', async () => {
    receiver.reply = answer(200, {}, 'thank you');
    const { endpointId, secret, callId } = await told();
    await bench.drain(endpointId);
    await bench.drain(endpointId);
    expect(receiver.received).toHaveLength(1);
    expect(verifies(secret)).toBe(true);
    const { headers, body } = receiver.received[0]!;
    expect(JSON.parse(body)).toMatchObject({ id: headers['webhook-id'], type: 'recording.sealed', data: { callId } });
    expect(await bench.listed(endpointId)).toMatchObject([
      {
        deliveryId: headers['webhook-id'],
        state: 'delivered',
        nextTryAt: null,
        attempts: [
          {
            outcome: 'accepted',
            status: 200,
            answerBytes: 9,
            answerSha256: createHash('sha256').update('thank you').digest('hex'),
          },
        ],
      },
    ]);
    expect(await bench.endpoint(endpointId)).toMatchObject({
      waiting: 0,
      failed: 0,
      failingSince: null,
      lastDeliveredAt: bench.clock.now().toISOString(),
    });
  });

  it('is tried again later with the same id and the same bytes', async () => {
    receiver.reply = answer(503);
    const { endpointId, secret } = await told();
    await bench.drain(endpointId);
    await bench.drain(endpointId);
    expect(receiver.received).toHaveLength(1);
    expect(await bench.listed(endpointId)).toMatchObject([{ state: 'waiting', triesLeft: 7 }]);
    receiver.reply = accept;
    bench.clock.advance({ seconds: 5 });
    await bench.drain(endpointId);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    expect(verifies(secret, 1)).toBe(true);
    expect(await bench.listed(endpointId)).toMatchObject([
      { state: 'delivered', attempts: [{ status: 503 }, { status: 204 }] },
    ]);
  });

  it('is given up after the last try, and can be sent again as it was', async () => {
    receiver.reply = answer(500);
    const { endpointId } = await told();
    for (let tries = 0; tries < 8; tries++) {
      await bench.drain(endpointId);
      bench.clock.advance({ seconds: 28_800 });
    }
    expect(await bench.listed(endpointId)).toMatchObject([{ state: 'failed', nextTryAt: null, triesLeft: 0 }]);
    await bench.drain(endpointId);
    expect(receiver.received).toHaveLength(8);
    receiver.reply = accept;
    const deliveryId = await onlyDelivery(endpointId);
    await bench.replays.one(endpointId, deliveryId, bench.organisation.first);
    await bench.drain(endpointId);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(Array(9).fill(deliveryId));
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await new Receiver().listen();
    receiver.reply = answer(307, { location: elsewhere.url() });
    const { endpointId } = await told();
    await bench.drain(endpointId);
    await elsewhere.close();
    expect(elsewhere.received).toEqual([]);
    expect(await bench.listed(endpointId)).toMatchObject([{ attempts: [{ outcome: 'redirected', status: 307 }] }]);
  });

  it('keeps nothing of an answer but its length and hash, and reads 8 KiB of it at most', async () => {
    const secretWords = 'the receiver’s own secret';
    receiver.reply = answer(500, {}, secretWords.repeat(50_000));
    const { endpointId } = await told();
    await bench.drain(endpointId);
    expect(await bench.listed(endpointId)).toMatchObject([{ attempts: [{ answerBytes: 8192 }] }]);
    const tables = ['webhook_endpoint', 'webhook_delivery', 'webhook_attempt', 'journal_detail'];
    const rows = await Promise.all(
      tables.map((table) => bench.db.source.query(`select t::text as row from ${table} t`)),
    );
    expect(JSON.stringify(rows)).not.toContain('receiver’s own');
  });

  it('does not wait for ever', async () => {
    receiver.reply = () => undefined;
    const { endpointId } = await told();
    await bench.drain(endpointId);
    expect(await bench.listed(endpointId)).toMatchObject([{ attempts: [{ outcome: 'timed_out', status: null }] }]);
  });

  it('is accepted when the status says so, however the answer ends', async () => {
    receiver.reply = (response) => response.writeHead(200).write('and on and on');
    const { endpointId } = await told();
    await bench.drain(endpointId);
    expect(await bench.listed(endpointId)).toMatchObject([{ state: 'delivered', attempts: [{ answerBytes: 13 }] }]);
  });

  it('is not recorded when its worker stops in the middle, and is due as before', async () => {
    const stopping = new AbortController();
    receiver.reply = () => stopping.abort(new Error('stopping'));
    const { endpointId } = await told();
    await expect(bench.drain(endpointId, stopping.signal)).rejects.toThrow('stopping');
    expect(await bench.listed(endpointId)).toMatchObject([{ state: 'waiting', triesLeft: 8, attempts: [] }]);
  });

  it('stays delivered when a twin whose lease ran out fails later', async () => {
    const { endpointId } = await told();
    const fail = { outcome: 'timed_out' as const, status: null, answerBytes: null, answerSha256: null, durationMs: 1 };
    await bench.drain(endpointId);
    const deliveryId = await onlyDelivery(endpointId);
    const late = new DeliveryTry(bench.db.source, undefined as never, undefined as never, bench.clock);
    await (late as unknown as { record(id: string, at: Date, answer: unknown): Promise<void> }).record(
      deliveryId,
      bench.clock.now(),
      fail,
    );
    expect(await bench.listed(endpointId)).toMatchObject([{ state: 'delivered', attempts: [{}, {}] }]);
  });
});

describe('an endpoint', () => {
  it('that says 410 Gone is paused, and sent what waited once it is resumed', async () => {
    receiver.reply = answer(410);
    const { endpointId } = await told();
    await bench.drain(endpointId);
    expect(await bench.endpoint(endpointId)).toMatchObject({ state: 'paused', pauseReason: 'gone', waiting: 1 });
    receiver.reply = accept;
    bench.clock.advance({ seconds: 600 });
    await bench.drain(endpointId);
    expect(receiver.received).toHaveLength(1);
    await bench.endpoints.resume(endpointId, bench.organisation.first);
    await bench.drain(endpointId);
    expect(receiver.received).toHaveLength(2);
  });

  it('that fails for five days is paused, and the journal says so', async () => {
    const { endpointId } = await told();
    receiver.reply = answer(500);
    for (let day = 0; day < 8; day++) {
      await bench.drain(endpointId);
      const { callId } = await bench.call();
      await bench.happens('recording.sealed', sealed(), callId);
      bench.clock.advance({ days: 1 });
    }
    expect(await bench.endpoint(endpointId)).toMatchObject({ state: 'paused', pauseReason: 'failing' });
    const entries: unknown[] = await bench.db.source.query(
      `select 1 from journal_entry join journal_detail on entry_id = id
       where event = 'webhook.endpoint_paused' and details = $1`,
      [{ endpointId, reason: 'failing' }],
    );
    expect(entries).toHaveLength(1);
  });

  it('sees only the first failures, and is left alone in between', async () => {
    receiver.reply = answer(500);
    const { endpointId } = await told();
    for (let n = 0; n < 9; n++) await bench.happens('recording.sealed', sealed(), (await bench.call()).callId);
    await bench.drain(endpointId);
    expect(receiver.received).toHaveLength(4);
    await bench.drain(endpointId);
    expect(receiver.received).toHaveLength(4);
    expect(await bench.happens('recording.sealed', sealed(), (await bench.call()).callId)).not.toContain(endpointId);
  });

  it('is signed to by both secrets for a day after a change', async () => {
    const { endpointId, secret } = await told();
    const next = await bench.endpoints.rotateSecret(endpointId, bench.organisation.first);
    await bench.drain(endpointId);
    expect([verifies(secret), verifies(next.secret)]).toEqual([true, true]);
    bench.clock.advance({ days: 1 });
    await bench.replays.since(endpointId, new Date(0), bench.organisation.first);
    await bench.drain(endpointId);
    expect([verifies(secret, 1), verifies(next.secret, 1)]).toEqual([false, true]);
  });

  it('signs nothing with a secret that was put into its row from another', async () => {
    const { endpointId } = await told();
    const other = await bench.register({ url: receiver.url() });
    await bench.db.source.query(
      'update webhook_endpoint set secret = (select secret from webhook_endpoint where id = $2) where id = $1',
      [endpointId, other.endpointId],
    );
    await expect(bench.drain(endpointId)).rejects.toMatchObject({ code: 'wrapped_key_damaged' });
    expect(receiver.received).toEqual([]);
  });
});
