import { type StreamPlan } from '../session/media-plane.js';
import { decodePackets, type SpooledPacket } from '../spool/packet-batch.rules.js';
import { ALONE_MS, DELAY_MS, SessionPackets } from './session-packets.rules.js';

const OURS = [
  { address: '127.0.0.1', port: 4000 },
  { address: '127.0.0.1', port: 4002 },
] as const;

const plan = (mediaIndex: 0 | 1, state: StreamPlan['state'] = 'recording'): StreamPlan => ({
  ...{ label: String(mediaIndex), mediaIndex, localPort: 30_000 + 2 * mediaIndex, from: OURS[mediaIndex], state },
  payloads: new Map([
    [8, { codec: 'PCMA', clockRate: 8000, channels: 1 }],
    [101, { codec: 'telephone-event', clockRate: 8000, channels: 1 }],
  ]),
  srtp: null,
});

function rtp(index: number, { type = 8, timestamp = 8000 + index * 160, payload = Buffer.alloc(160, index + 1) } = {}) {
  const header = Buffer.from([0x80, type, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]);
  header.writeUInt16BE(index, 2);
  header.writeUInt32BE(timestamp, 4);
  return Buffer.concat([header, payload]);
}

/** A key, pressed since the packet `since`, for so many milliseconds so far. */
const digit = (index: number, since: number, pressedMs: number) =>
  rtp(index, {
    type: 101,
    timestamp: 8000 + since * 160,
    payload: Buffer.from([7, 10, (pressedMs * 8) >> 8, (pressedMs * 8) & 255]),
  });

function session() {
  const intake = new SessionPackets();
  intake.plan([plan(0), plan(1)]);
  intake.consent('given');
  intake.prove();
  return intake;
}
const both = (intake: SessionPackets, from: number, to: number) => {
  for (let i = from; i < to; i++) for (const stream of [0, 1]) intake.packet(stream, OURS[stream]!, rtp(i), i * 20);
};
function flushed(intake: SessionPackets, nowMs: number) {
  const packets: SpooledPacket[] = [];
  intake.flush(nowMs, (encoded) => packets.push(...decodePackets(Buffer.from(encoded))) > 0);
  return { packets, masked: intake.masked() };
}
const heard = (packets: readonly { stream: number; payload: Buffer }[], stream: number) =>
  packets
    .filter((one) => one.stream === stream && one.payload.length > 0)
    .map(({ payload }) => (payload[0] as number) - 1);

describe('what is taken of a session', () => {
  it('is what comes while it may be recorded, once it has waited', () => {
    const intake = session();
    both(intake, 0, 3);
    expect(flushed(intake, DELAY_MS - 1).packets).toEqual([]);
    expect(heard(flushed(intake, DELAY_MS + 20).packets, 0)).toEqual([0, 1]);
    expect(heard(flushed(intake, Infinity).packets, 1)).toEqual([2]);
  });

  it('is nothing while consent is pending, and never what came then', () => {
    const intake = new SessionPackets();
    intake.prove();
    intake.plan([plan(0), plan(1)]);
    both(intake, 0, 10);
    expect(flushed(intake, Infinity).packets).toEqual([]);
    intake.consent('given');
    both(intake, 10, 12);
    const { packets } = flushed(intake, Infinity);
    expect(heard(packets, 0)).toEqual([10, 11]);
    expect(packets.map(({ afterPause }) => afterPause)).toEqual([true, true, false, false]);
    expect(intake.counts().get(0)).toMatchObject({ taken: 2, discarded: 10 });
  });

  const released = (index: number, key: number, since = index) =>
    rtp(index, { type: 101, timestamp: 8000 + since * 160, payload: Buffer.from([key, 0x8a, 3, 32]) });

  it('is which key answers while consent is pending, once, and never from then on', () => {
    const intake = new SessionPackets();
    intake.plan([plan(0), plan(1)]);
    intake.packet(0, OURS[0], digit(1, 1, 20), 20);
    for (const again of [2, 3, 4]) intake.packet(0, OURS[0], released(again, 11, 1), again * 20);
    intake.packet(0, { address: '127.0.0.9', port: 4000 }, released(5, 1), 100);
    intake.packet(0, OURS[0], released(6, 16), 120);
    // Who offered it has not shown itself yet.
    const later = 100 + ALONE_MS;
    expect(intake.keys(later)).toEqual([]);
    intake.prove();
    expect(intake.keys(40 + ALONE_MS - 1)).toEqual([]);
    expect(intake.keys(later)).toEqual([{ label: '0', key: '#' }]);
    expect(intake.keys(later)).toEqual([]);
    expect(flushed(intake, Infinity)).toEqual({ packets: [], masked: [] });
    intake.consent('given');
    intake.packet(0, OURS[0], released(9, 2), 180);
    expect(intake.keys(2 * later)).toEqual([]);
  });

  it('is no key of a longer number, in a pause, or of a stream that is held', () => {
    const intake = new SessionPackets();
    intake.plan([plan(0), plan(1, 'paused')]);
    intake.prove();
    for (const [i, key] of [1, 5, 2].entries()) intake.packet(0, OURS[0], released(i, key), i * 2500);
    intake.packet(1, OURS[1], released(1, 1), 20_000);
    expect(intake.keys(30_000)).toEqual([]);
    intake.packet(0, OURS[0], released(10, 1), 40_000);
    intake.pause(true);
    intake.packet(0, OURS[0], released(11, 2), 50_000);
    intake.pause(false);
    expect(intake.keys(60_000)).toEqual([]);
    intake.packet(0, OURS[0], released(12, 1), 70_000);
    expect(intake.keys(Infinity)).toEqual([]);
    expect(intake.keys(80_000)).toEqual([{ label: '0', key: '1' }]);
  });

  it('is a key of the label that its stream had as it was pressed', () => {
    const intake = new SessionPackets();
    intake.plan([plan(0), plan(1)]);
    intake.prove();
    intake.packet(0, OURS[0], released(1, 1), 20);
    intake.plan([
      { ...plan(0), label: '1' },
      { ...plan(1), label: '0' },
    ]);
    expect(intake.keys(5_000)).toEqual([{ label: '0', key: '1' }]);
  });

  it('waits until the client has shown who it is, and is no more than half a minute then', () => {
    const intake = new SessionPackets();
    intake.plan([plan(0), plan(1)]);
    intake.consent('given');
    both(intake, 0, 3000);
    expect(flushed(intake, Infinity)).toEqual({ packets: [], masked: [] });
    intake.prove();
    const frames = heard(flushed(intake, Infinity).packets, 0);
    expect(frames.slice(0, 3)).toEqual([0, 1, 2]);
    expect([frames.length > 1500, frames.length < 3000]).toEqual([true, true]);
    both(intake, 3000, 3003);
    expect(heard(flushed(intake, Infinity).packets, 0)).toHaveLength(3);
  });

  it.each(['refused', 'withdrawn'] as const)('is nothing more once consent is %s, nor what still waits', (state) => {
    const intake = session();
    both(intake, 0, 5);
    intake.consent(state);
    both(intake, 5, 9);
    expect(flushed(intake, Infinity).packets).toEqual([]);
  });

  it('is nothing in a pause, of a stream or of all', () => {
    const intake = session();
    both(intake, 0, 2);
    intake.plan([plan(0, 'paused'), plan(1)]);
    both(intake, 2, 4);
    intake.pause(true);
    both(intake, 4, 6);
    intake.pause(false);
    intake.plan([plan(0), plan(1)]);
    both(intake, 6, 8);
    const { packets } = flushed(intake, Infinity);
    expect(heard(packets, 0)).toEqual([0, 1, 6, 7]);
    expect(heard(packets, 1)).toEqual([0, 1, 2, 3, 6, 7]);
    expect(packets.filter(({ afterPause }) => afterPause)).toHaveLength(2);
  });

  it('has no sound of a digit in either channel, though the other channel was first', () => {
    const intake = session();
    both(intake, 0, 50);
    // Packets 50 to 54 are the key on one side; the other lets the tone through, and is read first.
    for (let i = 50; i < 55; i++) intake.packet(1, OURS[1], rtp(i), i * 20);
    for (let i = 50; i < 55; i++) intake.packet(0, OURS[0], digit(i, 50, (i - 49) * 20), i * 20);
    both(intake, 55, 80);
    const { packets, masked } = flushed(intake, Infinity);
    for (const stream of [0, 1]) {
      const frames = heard(packets, stream);
      expect(frames.filter((i) => i >= 50 && i < 55)).toEqual([]);
      expect(frames).toEqual([
        ...Array.from({ length: 44 }, (_, i) => i),
        ...Array.from({ length: 16 }, (_, i) => i + 64),
      ]);
    }
    expect(masked).toEqual([{ fromMs: 880, toMs: 1280 }]);
    // They were sent: no loss.
    expect(packets.filter(({ stream }) => stream === 0)).toHaveLength(80);
    expect(packets.every(({ payload }) => payload.length === 0 || payload.length === 160)).toBe(true);
  });

  it('masks by when sound was said, not by when we came to read it', () => {
    const intake = session();
    both(intake, 0, 20);
    // We read nothing for a second: then one side whole, and the other with its digit.
    for (let i = 20; i < 70; i++) intake.packet(1, OURS[1], rtp(i), 1400);
    for (let i = 20; i < 70; i++)
      intake.packet(0, OURS[0], i < 40 || i > 44 ? rtp(i) : digit(i, 40, (i - 39) * 20), 1401);
    const frames = heard(flushed(intake, Infinity).packets, 1);
    expect(frames.filter((i) => i >= 34 && i < 54)).toEqual([]);
    expect(frames).toHaveLength(50);
  });

  it('comes from the address that was answered alone', () => {
    const intake = session();
    intake.packet(0, { address: '127.0.0.9', port: 4000 }, rtp(0), 0);
    intake.packet(0, { address: '127.0.0.1', port: 5555 }, rtp(1), 20);
    intake.packet(0, { address: '127.0.0.1', port: 6666 }, rtp(2), 40);
    intake.packet(0, OURS[0], rtp(3), 60);
    intake.packet(0, { address: '127.0.0.1', port: 5555 }, rtp(4), 80);
    expect(heard(flushed(intake, Infinity).packets, 0)).toEqual([1, 3]);
    expect(intake.counts().get(0)).toMatchObject({ taken: 2, foreign: 3 });
  });

  it('is nothing that cannot be read', () => {
    const intake = session();
    intake.packet(0, OURS[0], Buffer.from('OPTIONS sip:x SIP/2.0'), 0);
    intake.packet(0, OURS[0], rtp(1, { type: 77 }), 0);
    intake.packet(5, OURS[0], rtp(1), 0);
    expect(flushed(intake, Infinity).packets).toEqual([]);
    expect(intake.counts().get(0)).toMatchObject({ refused: 2 });
  });
});
