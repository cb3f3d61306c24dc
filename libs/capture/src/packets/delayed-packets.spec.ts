import { decodePackets, LONGEST_BATCH_BYTES, type SpooledPacket } from '../spool/packet-batch.rules.js';
import { DelayedPackets } from './delayed-packets.rules.js';

const packet = (sequence: number, payload: Buffer, stream = 0): SpooledPacket => ({
  ...{ stream, plan: 0, payloadType: 8, sequence, timestamp: sequence * 160, ssrc: 9, afterPause: false },
  ...{ arrivedMs: sequence * 20, payload },
});

function released(held: DelayedPackets, untilMs: number) {
  const pieces: Buffer[] = [];
  held.release(untilMs, (encoded) => pieces.push(Buffer.from(encoded)) > 0);
  return pieces;
}

describe('packets that wait', () => {
  it('are handed on in pieces of at most a megabyte, all of them and in their order', () => {
    const held = new DelayedPackets();
    const packets = Array.from({ length: 40 }, (_, n) => packet(n, Buffer.alloc(65_000, n)));
    for (const one of packets) held.push(one, one.arrivedMs, one.arrivedMs + 20);
    const pieces = released(held, Infinity);
    expect(pieces.map(({ length }) => length <= LONGEST_BATCH_BYTES)).toEqual([true, true, true]);
    expect(pieces.flatMap(decodePackets)).toEqual(packets);
    expect(released(held, Infinity)).toEqual([]);
  });

  it('stay behind those that are ready, through many rounds', () => {
    const held = new DelayedPackets();
    const packets = Array.from({ length: 3000 }, (_, n) => packet(n, Buffer.alloc(n % 170, n)));
    const pieces: Buffer[] = [];
    for (const one of packets) {
      held.push(one, one.arrivedMs, one.arrivedMs + 20);
      if (one.sequence % 25 === 24) pieces.push(...released(held, one.arrivedMs - 300));
    }
    expect(pieces.flatMap(decodePackets)).toHaveLength(2985);
    expect([...pieces, ...released(held, Infinity)].flatMap(decodePackets)).toEqual(packets);
  });

  it('lose their sound where a span lies over them, and tell of which streams', () => {
    const held = new DelayedPackets();
    for (let n = 0; n < 5; n++) held.push(packet(n, Buffer.alloc(160, 7), n % 2), n * 20, n * 20 + 20);
    expect(held.mask({ fromMs: 30, toMs: 60 })).toEqual([1, 0]);
    expect(held.mask({ fromMs: 30, toMs: 60 })).toEqual([]);
    const left = released(held, Infinity).flatMap(decodePackets);
    expect(left.map(({ payload }) => payload.length)).toEqual([160, 0, 0, 160, 160]);
    expect(left.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
  });

  it('are told where they were not kept, and are forgotten all the same', () => {
    const held = new DelayedPackets();
    held.push(packet(1, Buffer.alloc(3)), 0, 0);
    expect(held.release(Infinity, () => false)).toMatchObject([{ sequence: 1 }]);
    expect(released(held, Infinity)).toEqual([]);
    held.push(packet(2, Buffer.alloc(3)), 0, 0);
    held.clear();
    expect(released(held, Infinity)).toEqual([]);
  });
});
