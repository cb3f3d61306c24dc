import { type FilterChoices } from '#contracts';
import { exportedReach, namedFilters } from './named-filters.rules.js';

const name = (text: string) => ({ zh: `${text}组`, en: text });
const CHOICES: FilterChoices = {
  teams: [
    { teamId: 'a', clientId: 'x', name: name('A') },
    { teamId: 'b', clientId: 'y', name: name('B') },
  ],
  clients: [{ clientId: 'x', name: name('X') }],
  agents: [{ personId: 'p', staffNumber: '3068', name: name('P') }],
  everyAgent: true,
  reviewers: [],
  queues: [],
  items: [],
};

describe('the filters of a report in its file', () => {
  it('are named, also fixed terms, in the order of the page', () => {
    expect(namedFilters({ direction: ['inbound'], agent: ['p'], team: ['b', 'a'] }, CHOICES)).toEqual([
      { name: 'team', values: [name('B'), name('A')] },
      { name: 'agent', values: [{ zh: 'P组 3068', en: 'P 3068' }] },
      { name: 'direction', values: [{ zh: '呼入', en: 'Inbound' }] },
    ]);
  });

  it('keep the id of what the asker may not see', () => {
    expect(namedFilters({ team: ['z'] }, CHOICES)).toEqual([{ name: 'team', values: [{ zh: 'z', en: 'z' }] }]);
  });
});

describe('what of the asker’s calls a file reaches', () => {
  const all = { kind: 'all' as const };
  const some = (...teamIds: string[]) => ({ kind: 'some' as const, teamIds, ownPersonId: null });
  it.each([
    [{}, all, all, null],
    [{}, some('a', 'b'), some('a'), [name('A')]],
    [{}, all, some('b'), [name('B')]],
    // Only what was asked for matters.
    [{ team: ['a'] }, some('a', 'b'), some('a'), null],
    [{ client: ['y'] }, some('a', 'b'), some('a'), []],
  ])('is said where it is less than they see (%#)', (narrowing, reads, exports, expected) => {
    expect(exportedReach(narrowing, CHOICES, { reads, exports })).toEqual(expected);
  });
});
