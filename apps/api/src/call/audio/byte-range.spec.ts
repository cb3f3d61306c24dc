import { readRange } from './byte-range.rules.js';

const range = (from: number, to: number) => ({ kind: 'range', from, to });

describe('a byte range', () => {
  it.each([
    ['bytes=0-', range(0, 1000)],
    ['bytes=0-0', range(0, 1)],
    ['bytes=200-299', range(200, 300)],
    ['bytes=900-5000', range(900, 1000)],
    ['bytes=-100', range(900, 1000)],
    ['bytes=-5000', range(0, 1000)],
    ['bytes=1000-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=5-2', { kind: 'none' }],
    ['bytes=-', { kind: 'none' }],
    ['bytes=0-1,5-6', { kind: 'none' }],
    ['seconds=0-1', { kind: 'none' }],
    ['bytes=99999999999999999999-', { kind: 'none' }],
    [undefined, { kind: 'none' }],
  ])('%s of 1000 bytes', (header, expected) => {
    expect(readRange(header, 1000)).toEqual(expected);
  });
});
