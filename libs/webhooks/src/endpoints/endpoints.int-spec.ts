import { randomUUID } from 'node:crypto';
import { RECEIVER_CERTIFICATE } from '../../../../test/fixtures/receiver-test-certificate.js';
import { Receiver } from '../../../../test/support/receiver.js';
import { Client, Team } from '#people';
import { newId } from '#platform';
import { WebhookBench } from '../../../../test/factories/webhooks.js';

const NAMES = new Map<string, string[]>();
let bench: WebhookBench;
let receiver: Receiver;

beforeAll(async () => {
  const resolve = (name: string) => Promise.resolve(NAMES.get(name) ?? []);
  bench = await WebhookBench.open({ resolve, ca: RECEIVER_CERTIFICATE });
});
beforeEach(async () => {
  receiver = await new Receiver('https').listen();
  NAMES.set('receiver.test', ['127.0.0.1']).set('other.test', ['127.0.0.1']);
});
afterEach(() => receiver.close());
afterAll(() => bench.close());

const by = () => bench.organisation.first;
const attention = { reason: 'engine_missing', job: 'transcribe-recording', fault: 'ours' } as const;
const outcomes = async (endpointId: string) =>
  (await bench.listed(endpointId)).flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));

describe('the address of an endpoint', () => {
  it('is connected to as it was checked, under its own name and certificate', async () => {
    const { endpointId } = await bench.register({ url: receiver.url('receiver.test') });
    await bench.replays.ping(endpointId, by());
    await bench.drain(endpointId);
    expect(receiver.received[0]?.headers.host).toBe(`receiver.test:${receiver.port}`);
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ type: 'webhook.ping', data: { endpointId } });
  });

  it('is not sent to when its certificate is for another name', async () => {
    const { endpointId } = await bench.register({ url: receiver.url('other.test') });
    await bench.replays.ping(endpointId, by());
    await bench.drain(endpointId);
    expect(await outcomes(endpointId)).toEqual(['tls_failed']);
    expect(receiver.received).toEqual([]);
  });

  it('is checked again for each try: a name that has moved inside is refused', async () => {
    const { endpointId } = await bench.register({ url: receiver.url('receiver.test') });
    await bench.replays.ping(endpointId, by());
    NAMES.set('receiver.test', ['10.0.0.8']);
    await bench.drain(endpointId);
    NAMES.delete('receiver.test');
    bench.clock.advance({ seconds: 10 });
    await bench.drain(endpointId);
    expect(await outcomes(endpointId)).toEqual(['address_refused', 'not_resolved']);
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['http://93.184.215.14/', 'webhook_not_https'],
    ['https://10.0.0.8/', 'webhook_address_refused'],
    ['https://nowhere.test/', 'webhook_not_resolved'],
    ['https://a:b@receiver.test/', 'webhook_has_credentials'],
    ['https://1.1.1.1:22/', 'webhook_port_refused'],
    ['hooks', 'webhook_not_an_address'],
  ])('%s is refused when it is registered and when it is changed', async (url, code) => {
    const { endpointId } = await bench.register({ url: receiver.url() });
    const input = { name: 'x', url, events: ['call.known' as const], teamId: null, clientId: null };
    await expect(bench.register(input)).rejects.toMatchObject({ code, kind: 'bad_input' });
    await expect(bench.endpoints.change(endpointId, input, by())).rejects.toMatchObject({ code });
    expect(await bench.endpoint(endpointId)).toMatchObject({ url: receiver.url() });
  });
});

describe('what an endpoint is told', () => {
  it('is what it asked for, of the teams and clients it asked for', async () => {
    const url = receiver.url();
    const { teamA, teamB } = bench.organisation;
    const clientId = newId();
    const foreignTeam = newId();
    await bench.db.source.manager.insert(Client, { id: clientId, nameZh: '乙', nameEn: 'B' });
    await bench.db.source.manager.insert(Team, { id: foreignTeam, clientId, nameZh: '三组', nameEn: 'C' });
    const all = await bench.register({ url, events: ['call.needs_attention', 'call.retried'] });
    const team = await bench.register({ url, events: ['call.needs_attention'], teamId: teamA });
    const client = await bench.register({ url, events: ['call.needs_attention'], clientId });
    const deaf = await bench.register({ url, events: ['call.known'] });
    const tell = async (teamId: string) =>
      new Set(await bench.happens('call.needs_attention', attention, (await bench.call(teamId)).callId));
    expect(await tell(teamA)).toEqual(new Set([all.endpointId, team.endpointId]));
    expect(await tell(teamB)).toEqual(new Set([all.endpointId]));
    expect(await tell(foreignTeam)).toEqual(new Set([all.endpointId, client.endpointId]));
    expect(await bench.listed(deaf.endpointId)).toEqual([]);
  });

  it('is written once, however often the relay comes by, and never for what is not public', async () => {
    const { endpointId } = await bench.register({ url: receiver.url(), events: ['call.needs_attention'] });
    const { callId } = await bench.call();
    await bench.journal.append(bench.db.source.manager, 'call.needs_attention', attention, { callId });
    await Promise.all([bench.relay(), bench.relay(), bench.relay()]);
    const read = { transcriptId: randomUUID(), grantId: randomUUID() };
    await bench.journal.append(bench.db.source.manager, 'transcript.read', read, { callId });
    await bench.relay();
    expect(await bench.listed(endpointId)).toHaveLength(1);
  });

  it('waits while it is paused, and is not written once it is removed', async () => {
    const { endpointId } = await bench.register({ url: receiver.url(), events: ['call.needs_attention'] });
    const happens = async () => bench.happens('call.needs_attention', attention, (await bench.call()).callId);
    await bench.endpoints.pause(endpointId, by());
    expect(await happens()).not.toContain(endpointId);
    await expect(bench.replays.ping(endpointId, by())).rejects.toMatchObject({ code: 'webhook_paused' });
    expect(await bench.endpoint(endpointId)).toMatchObject({ state: 'paused', pauseReason: 'by_person', waiting: 1 });
    await bench.endpoints.remove(endpointId, by());
    expect(await happens()).not.toContain(endpointId);
    await expect(bench.endpoints.resume(endpointId, by())).rejects.toMatchObject({ kind: 'not_found' });
    const [row] = await bench.db.source.query('select secret, old_secret from webhook_endpoint where id = $1', [
      endpointId,
    ]);
    expect(row).toEqual({ secret: Buffer.alloc(0), old_secret: null });
  });

  it('can be had again from a time on, under the same ids', async () => {
    const { endpointId } = await bench.register({
      url: receiver.url('receiver.test'),
      events: ['call.needs_attention'],
    });
    for (let n = 0; n < 3; n++) {
      await bench.happens('call.needs_attention', attention, (await bench.call()).callId);
      bench.clock.advance({ seconds: 100 });
    }
    await bench.drain(endpointId);
    const [last, second] = await bench.listed(endpointId);
    const since = new Date(second?.at ?? '');
    expect(await bench.replays.since(endpointId, since, by())).toEqual({ queued: 2, more: false });
    await bench.drain(endpointId);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(5);
    expect(ids.slice(3).sort()).toEqual([second?.deliveryId, last?.deliveryId].sort());
  });
});

describe('the sweep', () => {
  it('opens work where something is due, once, and not where the endpoint is left alone', async () => {
    await bench.db.source.query(`update webhook_delivery set state = 'failed', due_at = null where state = 'waiting'`);
    const { endpointId } = await bench.register({ url: receiver.url(), events: ['call.not_recorded'] });
    await bench.happens('call.not_recorded', { reason: 'consent_declined' }, (await bench.call()).callId);
    expect(await bench.sweep.openDue()).toBe(1);
    expect(await bench.sweep.openDue()).toBe(0);
    await bench.db.source.query(`update work set done_at = now() where subject_id = $1`, [endpointId]);
    await bench.db.source.query(`update webhook_endpoint set quiet_until = $1`, [
      new Date(bench.clock.now().getTime() + 1000),
    ]);
    expect(await bench.sweep.openDue()).toBe(0);
    bench.clock.advance({ seconds: 1 });
    expect(await bench.sweep.openDue()).toBe(1);
  });

  it('forgets what is older than thirty days, with its tries', async () => {
    const { endpointId } = await bench.register({ url: receiver.url('receiver.test'), events: ['call.known'] });
    await bench.replays.ping(endpointId, by());
    await bench.drain(endpointId);
    bench.clock.advance({ days: 29 });
    expect(await bench.listed(endpointId)).toHaveLength(1);
    await bench.sweep.forgetOld();
    expect(await bench.listed(endpointId)).toHaveLength(1);
    bench.clock.advance({ days: 2 });
    expect(await bench.sweep.forgetOld()).toBeGreaterThan(0);
    expect(await bench.db.source.query('select 1 from webhook_attempt')).toEqual([]);
  });
});

it('keeps secrets wrapped, gives them away once, and journals no address', async () => {
  const { endpointId, secret } = await bench.register({ url: `${receiver.url()}?token=abc` });
  const clear = Buffer.from(secret.slice('whsec_'.length), 'base64');
  expect(clear).toHaveLength(32);
  const [row] = await bench.db.source.query('select secret from webhook_endpoint where id = $1', [endpointId]);
  expect((row.secret as Buffer).includes(clear)).toBe(false);
  expect(JSON.stringify(await bench.query.all())).not.toContain(secret.slice(6));
  const journal: { details: object }[] = await bench.db.source.query('select details from journal_detail');
  expect(JSON.stringify(journal)).not.toMatch(/hooks|whsec|token/);
});

it('has a most', async () => {
  const before = (await bench.query.all()).length;
  for (let n = before; n < 50; n++) await bench.register({ url: receiver.url() });
  await expect(bench.register({ url: receiver.url() })).rejects.toMatchObject({ code: 'webhook_too_many' });
});
