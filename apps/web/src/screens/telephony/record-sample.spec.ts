import { describe, expect, it } from '@jest/globals';
import { sampleOf } from './connection.rules.js';

describe('what is looked at of a file of records', () => {
  it('is its first whole lines', () => {
    expect(sampleOf('call,at\na,1\nb,2\nc,3\n', 16)).toBe('call,at\na,1\nb,2');
    expect(sampleOf('one line')).toBe('one line');
  });

  it('is a shorter list of a list of JSON', () => {
    expect(sampleOf('[{"a":1}, {"a":2},\n{"a":3}]', 18)).toBe('[{"a":1},{"a":2}]');
    expect(sampleOf('[broken')).toBe('[broken');
  });
});
