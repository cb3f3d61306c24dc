import { countBy, kindOf, roomOf, said, thingsIn } from './house.rules.js';

const file = (path: string, lines: number, text = 'x') => ({ path, text: `${text}\n`.repeat(lines) });

describe('the count of the house', () => {
  it('takes no test, locale, migration or document for source', () => {
    expect(kindOf('libs/calls/src/leg.ts')).toBe('code');
    expect(kindOf('apps/web/src/floor/floor.css')).toBe('code');
    expect(kindOf('libs/calls/src/leg.spec.ts')).toBe('test');
    expect(kindOf('test/support/postgres.ts')).toBe('test');
    expect(kindOf('apps/web/src/locales/en/calls.ts')).toBe('locale');
    expect(kindOf('libs/database/src/migrations/1-first.ts')).toBe('migration');
    expect(kindOf('libs/quality/src/checklists/standard.yaml')).toBe('data');
  });

  it('adds up rooms, the largest first, with their short files', () => {
    const files = [file('libs/calls/src/a.ts', 20), file('libs/calls/src/b.ts', 21), file('apps/api/src/c.ts', 100)];
    expect(countBy(files, roomOf)).toEqual([
      ['apps/api', { lines: 100, files: 1, short: 0 }],
      ['libs/calls', { lines: 41, files: 2, short: 1 }],
    ]);
    expect(roomOf('jest.config.js')).toBe('.');
  });

  it('says in how many files a name is said as a word of its own', () => {
    const files = [
      file('a.ts', 2, 'queueSeconds'),
      file('b.ts', 1, 'queueSecondsOf(x)'),
      file('c.ts', 1, "'queueSeconds', hold"),
    ];
    expect(said(files, [['hold'], ['ring'], ['queueSeconds', 'queueSecondsOf']])).toEqual({
      things: 3,
      median: 1,
      most: ['queueSeconds', 3],
    });
  });

  it('finds things by their definitions, each once', () => {
    const files = [
      file('a.ts', 2, 'export const holdListSchema = z'),
      file('b.ts', 1, 'export const oneListSchema = z'),
    ];
    expect(thingsIn(files, /export const (\w+ListSchema)\b/g)).toEqual([['holdListSchema'], ['oneListSchema']]);
  });
});
