import fc from 'fast-check';
import { placeStream, type Arrival } from './placing.rules.js';

/** A stream of 20 ms packets from `fromMs` on, at 8 kHz, that take 5 ms. */
function stream(count: number, { fromMs = 0, ssrc = 1, sequence = 100, timestamp = 8000 } = {}): Arrival[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ ssrc, sequence: (sequence + i) & 0xffff, timestamp: (timestamp + i * 160) >>> 0 },
    ...{ arrivedMs: fromMs + i * 20 + 5, samples: 160, clockRate: 8000, afterPause: false },
  }));
}
const ms = (at: readonly (number | null)[]) => at.map((one) => (one === null ? null : one / 8));

describe('placing', () => {
  it('goes by timestamps, through the wrap of both counters', () => {
    const { at, quality } = placeStream(stream(6, { sequence: 65533, timestamp: 2 ** 32 - 320 }), 8000);
    expect(ms(at)).toEqual([5, 25, 45, 65, 85, 105]);
    expect(quality).toEqual({ packets: 6, lost: 0, longestGapMs: 0, jitterMs: 0, ssrcs: [1] });
  });

  it('is the same in any order, and with packets that come twice', () => {
    const sent = stream(40);
    const expected = new Map(sent.map(({ sequence }, i) => [sequence, 40 + i * 160]));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 39 }), { minLength: 1, maxLength: 60 }), (moves) => {
        const came = [...sent];
        for (const i of moves) came.splice(i, 0, sent[(i * 7) % 40] as Arrival);
        const late = came.map((one, i) => ({ ...one, arrivedMs: Math.max(one.arrivedMs, i * 20 + 5) }));
        const { at, quality } = placeStream(late, 8000);
        const placed = new Map(late.flatMap(({ sequence }, i) => (at[i] === null ? [] : [[sequence, at[i]]])));
        expect(placed).toEqual(expected);
        expect(at.filter((one) => one !== null)).toHaveLength(40);
        return quality.lost === 0;
      }),
      { numRuns: 50 },
    );
  });

  it('leaves a hole where packets were lost, and tells of it', () => {
    const all = stream(60);
    const { at, gaps, quality } = placeStream([...all.slice(0, 20), ...all.slice(30)], 8000);
    expect(ms(at)[20]).toBe(605);
    expect(quality).toMatchObject({ lost: 10, longestGapMs: 200 });
    expect(gaps).toEqual([{ from: 405 * 8, to: 605 * 8 }]);
  });

  it('counts what is masked as sent, and places nothing of it', () => {
    const all = stream(30).map((one, i) => (i >= 10 && i < 15 ? { ...one, samples: 0 } : one));
    const { at, quality } = placeStream(all, 8000);
    expect(at.slice(10, 15)).toEqual([null, null, null, null, null]);
    expect(ms(at)[15]).toBe(305);
    expect(quality.lost).toBe(0);
  });

  it('lets a new sender go on behind what was placed', () => {
    const { at, quality } = placeStream([...stream(10), ...stream(10, { fromMs: 212, ssrc: 2, timestamp: 5 })], 8000);
    expect(ms(at)[9]).toBe(185);
    expect(ms(at)[10]).toBe(205);
    expect(quality).toMatchObject({ lost: 0, ssrcs: [1, 2] });
  });

  it('lets a new sender begin where it arrives, when that is later', () => {
    const { at } = placeStream([...stream(10), ...stream(10, { fromMs: 2000, ssrc: 2 })], 8000);
    expect(ms(at)[10]).toBe(2005);
  });

  it('is not moved by packets that waited for us', () => {
    // Two seconds in which we read nothing: everything then comes at once.
    const stalled = stream(200).map((one, i) => (i < 100 ? { ...one, arrivedMs: 2005 } : one));
    const { at } = placeStream(stalled, 8000);
    expect(ms(at)[0]).toBe(5);
    expect(ms(at)[150]).toBe(3005);
    const later = stream(300).map((one, i) => (i >= 100 && i < 200 ? { ...one, arrivedMs: 4005 } : one));
    expect(ms(placeStream(later, 8000).at)[250]).toBe(5005);
  });

  it('is not moved by a sender that was busy, and sent late for seconds', () => {
    // It stops for 0.4 s, is as late for five seconds, and then in time again.
    const busy = stream(500).map((one, i) => (i >= 100 && i < 350 ? { ...one, arrivedMs: one.arrivedMs + 400 } : one));
    const { at } = placeStream(busy, 8000);
    expect([100, 200, 400].map((i) => ms(at)[i])).toEqual([2005, 4005, 8005]);
    // Nor by the last packets of a call, which come too late for any other to tell that they waited.
    const last = stream(100).map((one, i) => (i < 90 ? one : { ...one, arrivedMs: 2400 + (i - 90) }));
    expect(ms(placeStream(last, 8000).at)[99]).toBe(1985);
  });

  it('sees that a sender stood still, and pulls nothing together', () => {
    const held = [...stream(50), ...stream(50, { fromMs: 6000, sequence: 150, timestamp: 8000 + 50 * 160 })];
    const { at, quality } = placeStream(held, 8000);
    expect(ms(at)[49]).toBe(985);
    expect(ms(at)[50]).toBe(6005);
    expect(quality.lost).toBe(0);
  });

  it('sees it by the last words of a call alone', () => {
    // Its clock stands still for 12 s, then 0.4 s are said, and the call ends.
    const held = [...stream(50), ...stream(20, { fromMs: 13_000, sequence: 150, timestamp: 8000 + 50 * 160 })];
    const { at } = placeStream(held, 8000);
    expect([ms(at)[49], ms(at)[50], ms(at)[69]]).toEqual([985, 13_005, 13_385]);
  });

  it('looks no further than a packet may be late, however long another sender goes on', () => {
    const [late] = stream(1, { fromMs: 2000, sequence: 150, timestamp: 8000 + 50 * 160 });
    let looks = 0;
    const other = stream(5000, { fromMs: 2000, ssrc: 2 }).map((one) => ({
      ...one,
      get ssrc() {
        looks += 1;
        return 2;
      },
    }));
    // Each of them is read a few times in any case; beyond twenty seconds none is read besides.
    placeStream([...stream(50), ...other], 8000);
    const without = looks;
    looks = 0;
    placeStream([...stream(50), late as Arrival, ...other], 8000);
    expect(looks - without).toBeLessThanOrEqual(1001);
  });

  it('begins a new run where timestamps jump', () => {
    const { at } = placeStream([...stream(50), ...stream(50, { fromMs: 1000, sequence: 150, timestamp: 9e8 })], 8000);
    expect(ms(at)[50]).toBe(1005);
  });

  it('does not call a pause a loss', () => {
    const resumed = stream(10, { fromMs: 3000, sequence: 250, timestamp: 8000 + 24_000 });
    const paused = [...stream(10), { ...(resumed[0] as Arrival), afterPause: true }, ...resumed.slice(1)];
    const { at, quality, gaps } = placeStream(paused, 8000);
    expect(ms(at)[10]).toBe(3005);
    expect([quality.lost, gaps]).toEqual([0, []]);
  });

  it('places a clock of 48 kHz in a recording of 16 kHz', () => {
    const opus = stream(3).map((one, i) => ({ ...one, clockRate: 48_000, samples: 960, timestamp: 48_000 + i * 960 }));
    expect(placeStream(opus, 16_000).at).toEqual([80, 400, 720]);
  });

  it('lays codecs of different clocks behind each other, as they alternated', () => {
    const piece = (n: number) => stream(10, { fromMs: n * 200, sequence: 100 + n * 10, timestamp: 8000 + n * 1600 });
    const opus = (n: number) =>
      piece(n).map((one, i) => ({ ...one, clockRate: 48_000, samples: 960, timestamp: 9_600 * n + i * 960 }));
    const { at } = placeStream([...piece(0), ...opus(1), ...piece(2), ...opus(3)], 8000);
    expect(ms(at)).toEqual(Array.from({ length: 40 }, (_, i) => 5 + i * 20));
  });
});
