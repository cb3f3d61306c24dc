import { SpeechSpans, WINDOW_MS } from './speech-spans.rules.js';

/** Likelihoods as `90x10` (per cent times windows), fed in pieces of a length. */
function spansOf(shape: string, piece = 1_000): [number, number][] {
  const likelihoods = shape.split(' ').flatMap((part) => {
    const [likelihood = 0, windows = 0] = part.split('x').map(Number);
    return Array<number>(windows).fill(likelihood);
  });
  const found = new SpeechSpans();
  for (let at = 0; at < likelihoods.length; at += piece) found.add(likelihoods.slice(at, at + piece));
  return found.end().map(({ fromMs, toMs }) => [fromMs / WINDOW_MS, toMs / WINDOW_MS]);
}

describe('spans of speech', () => {
  it.each<[string, string, [number, number][]]>([
    ['begin and end where it begins and ends', '2x10 90x20 2x30', [[10, 30]]],
    ['run over a stop between two words', '90x10 5x7 90x10 2x10', [[0, 27]]],
    [
      'end at a pause',
      '90x10 5x8 90x10 2x10',
      [
        [0, 10],
        [18, 28],
      ],
    ],
    ['go on while it is not surely over', '90x10 30x20 90x5 2x10', [[0, 35]]],
    ['leave out clicks', '2x10 90x2 2x30 90x3 2x10', [[42, 45]]],
    ['reach the end of the sound', '2x3 90x10', [[3, 13]]],
    ['are none in silence', '3x100', []],
  ])('%s', (_what, shape, spans) => {
    expect(spansOf(shape)).toEqual(spans);
    expect(spansOf(shape, 3)).toEqual(spans);
  });
});
