import { createHmac } from 'node:crypto';
import { WEBHOOK_EVENTS, webhookPayloadSchema } from '#contracts';
import { bodyOf, isWebhookEvent, pingBody } from './payload.rules.js';
import { afterRound, MOST_TRIES, nextTryAt, PAUSE_AFTER_MS } from './retry.rules.js';
import { signedHeaders, writeSecret } from '../sending/signature.rules.js';

const now = new Date('2026-03-12T06:02:00.750Z');
const id = '0197a1de-0000-7000-8000-000000000001';

describe('the signature', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');

  it('is that of Standard Webhooks’ own example', () => {
    const sentAt = new Date(1_614_265_330_000);
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
    expect(signedHeaders(message, sentAt, [secret])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
    expect(writeSecret(secret)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  });

  it('is given by both secrets while one is being changed, and covers characters beyond ASCII', () => {
    const other = Buffer.alloc(32, 7);
    const headers = signedHeaders({ id, body: '{"x":"首问"}' }, now, [other, secret]);
    const by = (key: Buffer) =>
      `v1,${createHmac('sha256', key).update(`${id}.${headers['webhook-timestamp']}.{"x":"首问"}`).digest('base64')}`;
    expect(headers['webhook-signature']).toBe(`${by(other)} ${by(secret)}`);
  });
});

describe('the body', () => {
  const callId = '0197a1de-0000-7000-8000-0000000000c0';
  const recordingId = '0197a1de-0000-7000-8000-0000000000d0';

  it('holds what its event may tell and nothing else', () => {
    const details = { recordingId, objectId: id, durationMs: 61_000 };
    const body = bodyOf(id, { event: 'recording.sealed', at: now, callId, details });
    expect(body).toBe(
      `{"id":"${id}","type":"recording.sealed","at":"2026-03-12T06:02:00.750Z","data":{"callId":"${callId}","recordingId":"${recordingId}","durationMs":61000}}`,
    );
    expect(webhookPayloadSchema.safeParse(JSON.parse(body)).success).toBe(true);
  });

  it('is not written of what does not fit its event', () => {
    const entry = { event: 'recording.sealed', at: now, callId, details: { recordingId: '138 0013 8000' } } as const;
    expect(() => bodyOf(id, entry)).toThrow();
  });

  it('leaves out the names and slugs of systems', () => {
    expect(
      bodyOf(id, { event: 'call.known', at: now, callId, details: { source: 'pbx', direction: 'inbound' } }),
    ).toContain(`"data":{"callId":"${callId}"}`);
    expect(pingBody(id, recordingId, now)).toContain(`"type":"webhook.ping"`);
  });

  it('is written for public events only', () => {
    expect(isWebhookEvent('transcript.read')).toBe(false);
    expect(WEBHOOK_EVENTS.every(isWebhookEvent)).toBe(true);
  });
});

describe('trying again', () => {
  const hours = (ms: number) => ms / 3_600_000;

  it('goes on for nearly a day, ever more slowly, and then ends', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, n) => nextTryAt(n + 1, now)).map(
      (at) => at && at.getTime() - now.getTime(),
    );
    expect(waits.at(-1)).toBeNull();
    const known = waits.slice(0, -1) as number[];
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(hours(known.reduce((sum, wait) => sum + wait, 0))).toBeCloseTo(23.59, 1);
  });

  it('leaves a failing endpoint alone, ten minutes at most, and forgets it all at the first success', () => {
    const quiet = (failures: number) => {
      const { quietUntil } = afterRound(['timed_out'], { failingSince: now, failures }, now);
      return ((quietUntil as Date).getTime() - now.getTime()) / 1000;
    };
    expect([0, 1, 2, 6, 7, 50].map(quiet)).toEqual([5, 10, 20, 320, 600, 600]);
    const well = { failingSince: null, failures: 0, quietUntil: null, pause: null };
    expect(afterRound(['timed_out', 'accepted'], { failingSince: now, failures: 9 }, now)).toEqual(well);
  });

  it.each([
    ['410 Gone pauses at once', ['gone'] as const, 0, 0, 'gone'],
    ['five days of failures pause', ['timed_out'] as const, PAUSE_AFTER_MS, MOST_TRIES, 'failing'],
    ['one failure after five quiet days does not', ['timed_out'] as const, PAUSE_AFTER_MS, 1, null],
    ['many failures on one day do not', ['timed_out'] as const, PAUSE_AFTER_MS - 1, 99, null],
  ])('%s', (_what, outcomes, sinceMs, failures, pause) => {
    const failingSince = new Date(now.getTime() - sinceMs);
    expect(afterRound(outcomes, { failingSince, failures }, now).pause).toBe(pause);
  });
});
