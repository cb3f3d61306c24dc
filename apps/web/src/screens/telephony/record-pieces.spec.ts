import { describe, expect, it } from '@jest/globals';
import { piecesOf } from './record-pieces.rules.js';

describe('a file of records', () => {
  it('goes in pieces of whole lines, each with the names of the columns', () => {
    expect(piecesOf('call,at\na,1\nb,2\n\nc,3\n', 16)).toEqual(['call,at\na,1\nb,2', 'call,at\nc,3']);
    expect(piecesOf('one line')).toEqual(['one line']);
  });

  it('that is a list of JSON goes in lists', () => {
    expect(piecesOf('[{"a":1}, {"a":2},\n{"a":3}]', 18)).toEqual(['[{"a":1},{"a":2}]', '[{"a":3}]']);
    expect(piecesOf('[broken')).toEqual(['[broken']);
  });
});
