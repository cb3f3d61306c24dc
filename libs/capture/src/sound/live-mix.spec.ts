import { A_LAW, MU_LAW } from '../codecs/g711.rules.js';
import { LiveMix, LIVE_RATE, type TakenPacket } from './live-mix.rules.js';

const PCMU = { codec: 'PCMU', clockRate: 8000, channels: 1 };
const PCMA = { codec: 'PCMA', clockRate: 8000, channels: 1 };
const FROM = 4_294_960_000;

/** A packet of 20 ms of one code; each stream's clock begins anywhere, and wraps. */
const packet = (stream: number, at: number, code: number, over: Partial<TakenPacket> = {}): TakenPacket => ({
  ...{ stream, ssrc: 7 + stream, timestamp: (FROM + at * 160) % 2 ** 32, arrivedMs: 100 + at * 20 },
  ...{ format: stream === 0 ? PCMU : PCMA, payload: Buffer.alloc(160, code), ...over },
});
const both = (packets: number, from = 0): TakenPacket[] =>
  Array.from({ length: packets }, (_, i) => [packet(0, from + i, 10), packet(1, from + i, 20)]).flat();
const joined = (pieces: ReturnType<LiveMix['pieces']>): number[] => pieces.flatMap(({ samples }) => [...samples]);
const [mine, theirs] = [MU_LAW[10] as number, A_LAW[20] as number];

describe('the sound of a call as it is spoken', () => {
  it('is both sides together, at their place, without a hole between packets', () => {
    const mix = new LiveMix(0);
    mix.take(both(50));
    const pieces = mix.pieces(1100);
    expect(pieces.map(({ at }) => at)).toEqual(Array.from({ length: 11 }, (_, i) => i * 800));
    const samples = joined(pieces);
    expect(new Set(samples.slice(0, 800))).toEqual(new Set([0]));
    const together = Math.max(-32768, Math.min(32767, mine + theirs));
    expect(new Set(samples.slice(800, 800 + LIVE_RATE))).toEqual(new Set([together]));
  });

  it('is silent where a packet may not be heard, or never came', () => {
    const mix = new LiveMix(0);
    mix.take([packet(0, 0, 10), packet(0, 1, 10, { payload: Buffer.alloc(0) }), packet(0, 3, 10)]);
    const samples = joined(mix.pieces(200));
    expect(samples.slice(800, 800 + 640)).toEqual([
      ...Array<number>(160).fill(mine),
      ...Array<number>(320).fill(0),
      ...Array<number>(160).fill(mine),
    ]);
  });

  it('begins where one begins to listen, and says a packet that comes twice once', () => {
    const mix = new LiveMix(500);
    mix.take([...both(50), packet(0, 49, 10)]);
    const pieces = mix.pieces(Infinity);
    expect(pieces[0]?.at).toBe(4000);
    expect(joined(pieces)).not.toContain(mine + mine);
    expect(pieces).toHaveLength(6);
  });

  it('is nothing where it begins after the end', () => {
    expect(new LiveMix(Infinity).pieces(Infinity)).toEqual([]);
  });

  it('goes on at another sender’s clock', () => {
    const mix = new LiveMix(0);
    mix.take([...both(5), packet(0, 5, 10, { ssrc: 99, timestamp: 12 })]);
    expect(joined(mix.pieces(Infinity)).slice(1600, 1760)).toEqual(Array<number>(160).fill(mine));
  });

  it('says where something was said that is decoded only after the call', () => {
    const mix = new LiveMix(0);
    mix.take([packet(0, 5, 0, { format: { codec: 'opus', clockRate: 48_000, channels: 2 } }), packet(1, 5, 20)]);
    expect(mix.pieces(Infinity).map(({ undecoded }) => undecoded)).toEqual([false, false, true]);
  });

  it('leaves out what comes too late, and plays a clock that jumps when it comes', () => {
    const mix = new LiveMix(0);
    mix.take(both(5));
    mix.pieces(400);
    mix.take([packet(0, 2, 10), packet(1, 100_000, 20, { arrivedMs: 420 })]);
    const samples = joined(mix.pieces(700));
    expect(samples.indexOf(theirs)).toBe(20 * 8);
    expect(new Set(samples)).toEqual(new Set([0, theirs]));
  });
});
