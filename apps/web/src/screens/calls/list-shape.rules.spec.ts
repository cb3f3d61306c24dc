import { describe, expect, it } from '@jest/globals';
import {
  columnsFrom,
  hasDays,
  heldColumns,
  listFrom,
  sameList,
  sortFrom,
  sortPressed,
  withColumns,
  withDays,
  withSort,
} from './list-shape.rules.js';

const address = (text: string) => new URLSearchParams(text);

describe('the shape of a list in its address', () => {
  it('is the usual one where nothing legible is asked', () => {
    expect(sortFrom(address('sort=best'))).toBe('newest');
    expect(columnsFrom(address('columns=agent,nothing'))).toEqual(columnsFrom(address('')));
  });

  it('shows what it is sorted by, and columns in their own order', () => {
    expect(columnsFrom(address('columns=stage,agent&sort=ring_longest'))).toEqual(['agent', 'ring', 'stage']);
    expect(columnsFrom(address('sort=silence_shortest'))).toContain('silence');
    expect(columnsFrom(address(''))).not.toContain('silence');
  });

  it('keeps the column that it is sorted by, and the last one', () => {
    expect(heldColumns(address('sort=ring_longest'))).toEqual(['ring']);
    expect(heldColumns(address('columns=agent'))).toEqual(['agent']);
    expect(heldColumns(address('columns=agent,points'))).toEqual([]);
  });

  it('changes without changing the filters, and begins at the top', () => {
    expect(withSort(address('stage=scored&at=2026-03-12'), 'worst').toString()).toBe('stage=scored&sort=worst');
    expect(withSort(address('sort=worst'), 'newest').toString()).toBe('view=all');
    expect(withColumns(address('q=卡'), ['points', 'agent']).get('columns')).toBe('agent,points');
    expect(withColumns(address('columns=agent'), columnsFrom(address(''))).toString()).toBe('view=all');
  });

  it('has days where they are asked for, in the order of time only, and keeps them in a view', () => {
    expect(['group=day', 'group=day&sort=oldest'].map((one) => hasDays(address(one)))).toEqual([true, true]);
    expect(['', 'group=team', 'group=day&sort=worst'].map((one) => hasDays(address(one)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(withDays(address('stage=scored'), true).toString()).toBe('stage=scored&group=day');
    expect(withDays(address('group=day'), false).toString()).toBe('view=all');
    expect(listFrom(address('group=day'))).toEqual({ group: 'day' });
    expect(sameList({ group: 'day' }, {})).toBe(false);
  });

  it('is kept by a view together with its filters', () => {
    const kept = listFrom(address('period=yesterday&sort=worst&columns=agent,points&at=oldest&view=1'));
    expect(kept).toEqual({ period: 'yesterday', sort: 'worst', columns: 'agent,points' });
    expect(sameList(kept, { columns: 'agent,points', sort: 'worst', period: 'yesterday' })).toBe(true);
    expect(sameList(kept, { period: 'yesterday' })).toBe(false);
  });

  it('is turned by pressing a column: one end, the other, the newest', () => {
    expect(sortPressed('points', 'newest')).toBe('score_lowest');
    expect(sortPressed('points', 'score_lowest')).toBe('score_highest');
    expect(sortPressed('points', 'score_highest')).toBe('newest');
    expect(sortPressed('time', 'newest')).toBe('oldest');
    expect(sortPressed('time', 'worst')).toBe('newest');
    expect(sortPressed('worst', 'worst')).toBe('newest');
  });
});
