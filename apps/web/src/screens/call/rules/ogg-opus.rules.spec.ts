import { describe, expect, it } from '@jest/globals';
import { readHead, readPages, samplesOf, timedPackets } from './ogg-opus.rules.js';

/** One page as a muxer writes it; `lacing` overrides how the packets are cut. */
function page(granule: number, packets: number[][], { continued = false, lacing = packets.map((p) => p.length) } = {}) {
  const head = [...'OggS'].map((c) => c.charCodeAt(0));
  const position = new Uint8Array(new BigInt64Array([BigInt(granule)]).buffer);
  return Uint8Array.from([
    ...head,
    0,
    continued ? 1 : 0,
    ...position,
    ...Array(12).fill(7),
    lacing.length,
    ...lacing,
    ...packets.flat(),
  ]);
}
/** 20 ms of CELT in one frame. */
const packet = (fill: number) => [0b1111_1000, fill, fill];
const bytesOf = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((p) => [...p]));

describe('Ogg Opus', () => {
  it('is read from anywhere: what comes before the first whole page is passed over', () => {
    const whole = page(48_000, [packet(1), packet(2)]);
    const { pages, used } = readPages(bytesOf(Uint8Array.of(9, 9, 79, 103), whole));
    expect(pages.map((p) => p.packets.length)).toEqual([2]);
    expect(used).toBe(4 + whole.length);
  });
  it('keeps a page that has not come whole for the next time', () => {
    const [first, second] = [page(960, [packet(1)]), page(1920, [packet(2)])];
    const all = bytesOf(first, second);
    for (let cut = first.length; cut < all.length; cut++) {
      const { pages, used } = readPages(all.subarray(0, cut));
      expect(pages).toHaveLength(1);
      expect(readPages(all.subarray(used)).pages[0]?.granule).toBe(1920);
    }
  });
  it('leaves out packets that lie on two pages', () => {
    const goesOn = page(960, [packet(1), Array(255).fill(5)], { lacing: [3, 255] });
    const ends = page(1920, [[5, 5], packet(2)], { continued: true });
    const { pages } = readPages(bytesOf(goesOn, ends));
    expect(pages.map((p) => p.packets.map((b) => [...b]))).toEqual([[packet(1)], [packet(2)]]);
  });
  it('gives packets their times from the end of the page', () => {
    const [only] = readPages(page(48_000 + 312, [packet(1), packet(2), packet(3)])).pages;
    expect(timedPackets(only!, 312).map((p) => p.ms)).toEqual([940, 960, 980]);
  });
  it('knows how long a packet sounds by its first byte', () => {
    expect(
      [[0b1111_1000], [0b0000_1000], [0b1000_0001], [0b1111_1011, 3]].map((p) => samplesOf(Uint8Array.from(p))),
    ).toEqual([960, 960, 240, 2880]);
  });
  it('reads the head, and nothing else as one', () => {
    const head = Uint8Array.from([...[...'OpusHead'].map((c) => c.charCodeAt(0)), 1, 2, 0x38, 1, ...Array(7).fill(0)]);
    expect(readHead(head)).toMatchObject({ channels: 2, preSkip: 312 });
    expect(readHead(Uint8Array.from(packet(1)))).toBeNull();
    expect(readHead(undefined)).toBeNull();
  });
});
