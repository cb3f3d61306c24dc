import { type Figures, type TableFigures } from './database-size.js';
import { growth } from './growth.rules.js';

const table = (some: Partial<TableFigures>): TableFigures => ({
  ...{ heap: 0, toast: 0, indexes: 0, inserted: 0, updated: 0, hot: 0, dead: 0, wal: 0 },
  ...some,
});
const figures = (tables: [string, TableFigures][], wal: number, commits: number): Figures => ({
  ...{ tables: new Map(tables), indexes: new Map([['call_pkey', wal / 2]]), wal, walAt: '0/0', commits },
});

test('what a database grew by is told a call, the largest table first, one that is new counted whole', () => {
  const before = figures([['call', table({ heap: 8192, inserted: 10, wal: 4096 })]], 1024, 100);
  const after = figures(
    [
      ['call', table({ heap: 10_240, inserted: 12, updated: 4, hot: 2, dead: 4, wal: 2048 })],
      ['leg', table({ heap: 8192, toast: 2048, indexes: 4096 })],
    ],
    5120,
    140,
  );
  const lines = growth(before, after, 2);
  expect(lines.slice(0, 2)).toEqual([
    '8.0 KB of database a call: heap 5.0, toast 1.0, indexes 2.0; 2.0 KB of WAL, 20 commits',
    '1 rows inserted a call, 2 updated (1 of them without an index), 2 dead',
  ]);
  expect(lines.slice(3).map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
    'leg 7.0 4.0 1.0 2.0 0.0 0.0 0.0 0.0 0.0',
    'call 1.0 1.0 0.0 0.0 1.0 1.0 2.0 1.0 2.0',
    'everything 8.0 5.0 1.0 2.0 1.0 1.0 2.0 1.0 2.0',
    'indexes, KB a call: call_pkey 1.0',
  ]);
});
