import { waveHeader } from '#platform/rules';
import { isCovered, mergeSpans, silencePeaks, Silencer } from './silence.rules.js';

describe('silence', () => {
  it('joins what touches and forgets what is empty', () => {
    expect(
      mergeSpans([
        [30, 40],
        [10, 20],
        [15, 30],
        [50, 50],
      ]),
    ).toEqual([[10, 40]]);
    expect(isCovered([[12, 20]], [[10, 40]])).toBe(true);
    expect(
      isCovered(
        [
          [12, 20],
          [35, 41],
        ],
        [[10, 40]],
      ),
    ).toBe(false);
  });

  it.each([1, 3, 10, 1_000])(
    'falls on the same samples of both channels, however the sound is cut: %i frames',
    (frames) => {
      const sound = new Int16Array(2_000).fill(7);
      const silencer = new Silencer(
        [
          [100, 200],
          [250, 251],
        ],
        2,
        1_000,
      );
      const pieces: number[] = [];
      for (let at = 0; at < sound.length; at += frames * 2)
        pieces.push(...silencer.apply(sound.slice(at, at + frames * 2)));
      const silent = pieces.flatMap((sample, at) => (sample === 0 ? [at] : []));
      const frame = (from: number, to: number) => Array.from({ length: (to - from) * 2 }, (_, at) => from * 2 + at);
      expect(silent).toEqual([...frame(100, 200), ...frame(250, 251)]);
      expect(silencer.frames).toBe(1_000);
    },
  );

  it('leaves no amplitude in any slot that it touches', () => {
    expect(silencePeaks([[9, 9, 9, 9, 9]], 20, [[60, 101]])).toEqual([[9, 0, 0, 9, 9]]);
  });

  it('tells the length of a file, or leaves it open', () => {
    const head = waveHeader({ channels: 2, sampleRate: 8_000, dataBytes: 400 });
    expect([head.readUInt32LE(40), head.readUInt32LE(4), head.readUInt16LE(32)]).toEqual([400, 436, 4]);
    expect(waveHeader({ channels: 1, sampleRate: 8_000 }).readUInt32LE(40)).toBe(0xffffffff);
  });
});
