import { packPostings } from './packed-postings.rules.js';

const packed = (said: [string, number[]][]) => {
  const { tokens, places } = packPostings(new Map(said));
  return { tokens, places: Buffer.from(places).toString('hex') };
};

test.each([
  [
    'short',
    [
      ['7', [1, 5]],
      ['-3', [2]],
    ] as [string, number[]][],
    '01' + '0103' + '020105',
  ],
  [
    'longer',
    [
      ['7', [1, 300]],
      ['-3', [2]],
    ] as [string, number[]][],
    '02' + '00010003' + '00020001012c',
  ],
  ['very long', [['7', [70_000]]] as [string, number[]][], '04' + '00000001' + '00011170'],
])('a %s call takes as few bytes a number as it needs, its tokens by their numbers', (_, said, places) => {
  expect(packed(said)).toEqual({ tokens: said.length === 2 ? '{-3,7}' : '{7}', places });
});

test('tokens beyond what JavaScript counts exactly keep their order', () =>
  expect(
    packed([
      ['9007199254740993', [0]],
      ['9007199254740992', [1]],
    ]).tokens,
  ).toBe('{9007199254740992,9007199254740993}'));

test('of a recording in which nothing was said nothing is found', () =>
  expect(packed([])).toEqual({ tokens: '{}', places: '01' }));
