import { isWholeLength, judgeDecoded } from './decoded-length.rules.js';

describe('what came out of a decoder', () => {
  it('is how long the recording is, encoders’ padding apart', () => {
    expect(judgeDecoded(10_000, 10_000)).toEqual({ state: 'decoded', durationMs: 10_000, incomplete: false });
    expect(judgeDecoded(9_500, 10_000)).toEqual({ state: 'decoded', durationMs: 9_500, incomplete: false });
    expect(judgeDecoded(10_019, 10_000)).toEqual({ state: 'decoded', durationMs: 10_019, incomplete: false });
  });

  it('is kept as incomplete when there is clearly less than was counted', () => {
    expect(judgeDecoded(9_499, 10_000)).toEqual({ state: 'decoded', durationMs: 9_499, incomplete: true });
    expect(judgeDecoded(1, 43_200_000)).toMatchObject({ incomplete: true });
  });

  it('is no sound when there is nothing, even if the file named a length', () => {
    expect(judgeDecoded(0, 10_000)).toEqual({ state: 'undecodable' });
  });

  it('has a rendition as long as itself', () => {
    expect([isWholeLength(9_750, 10_000), isWholeLength(9_749, 10_000), isWholeLength(10_251, 10_000)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
