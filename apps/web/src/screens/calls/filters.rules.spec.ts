import { describe, expect, it } from '@jest/globals';
import { chipsOf, filtersFrom, startFrom, withFilters } from './filters.rules.js';

const address = (text: string) => new URLSearchParams(text);

describe('filters in an address', () => {
  it('are read where they can be, and left out where they are misspelt', () => {
    const read = filtersFrom(address('stage=scored,sealed&language=fr&from=2026-02-30&result=any:not_met&x=1&q=卡'));
    expect(read).toEqual({ stage: 'scored,sealed', result: 'any:not_met', q: '卡' });
  });

  it('are one chip where people see one filter', () => {
    const filters = { from: '2026-03-01', to: '2026-03-31', pointsMin: '60', stage: 'scored' };
    expect(chipsOf(filters)).toEqual([['from', 'to'], ['pointsMin'], ['stage']]);
  });

  it('change alone, and bring the list back to its newest call', () => {
    const next = withFilters(address('stage=scored&at=2026-03-12&q=卡'), { stage: undefined, language: 'zh' });
    expect([...next]).toEqual([
      ['q', '卡'],
      ['language', 'zh'],
    ]);
  });

  it('are all calls, and not a default view, once the last one is gone', () => {
    expect(withFilters(address('stage=scored'), { stage: '' }).toString()).toBe('view=all');
  });
});

describe('where a list begins', () => {
  it('is a day, the oldest call, or the newest', () => {
    expect(startFrom(address('at=2026-03-12'))).toEqual({ at: '2026-03-12' });
    expect(startFrom(address('at=oldest'))).toBe('oldest');
    expect(startFrom(address('at=2026-13-40'))).toBeNull();
    expect(startFrom(address(''))).toBeNull();
  });
});
