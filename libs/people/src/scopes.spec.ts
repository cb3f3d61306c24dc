import { covers, within } from './scopes.rules.js';

describe('a right that covers another', () => {
  const some = (teamIds: string[], ownPersonId: string | null = null) => ({
    kind: 'some' as const,
    teamIds,
    ownPersonId,
  });
  it.each([
    [{ kind: 'all' as const }, some(['a']), true],
    [some(['a']), { kind: 'all' as const }, false],
    [{ kind: 'none' as const }, some(['a']), false],
    [{ kind: 'none' as const }, { kind: 'none' as const }, true],
    [some(['a', 'b']), some(['a']), true],
    [some(['a']), some(['a', 'b']), false],
    [some([], 'me'), some([], 'me'), true],
    [some(['a']), some([], 'me'), false],
  ])('%j over %j: %s', (wide, narrow, expected) => {
    expect(covers(wide, narrow)).toBe(expected);
  });
});

describe('a reach in some teams', () => {
  const own = { kind: 'some' as const, teamIds: ['a', 'b'], ownPersonId: 'me' };
  it.each([
    [{ kind: 'all' as const }, null, { kind: 'all' as const }],
    [{ kind: 'all' as const }, ['a'], { kind: 'some' as const, teamIds: ['a'], ownPersonId: null }],
    [own, null, own],
    [own, ['b', 'c'], { ...own, teamIds: ['b'] }],
    [{ kind: 'none' as const }, ['a'], { kind: 'none' as const }],
  ])('%j in %j: %j', (scope, teamIds, expected) => {
    expect(within(scope, teamIds)).toEqual(expected);
  });
});
