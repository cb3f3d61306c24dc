import { type Figures, type TableFigures } from './database-size.js';

const KB = 1024;
const TABLES_SHOWN = 16;
const INDEXES_SHOWN = 16;

const NONE: TableFigures = { heap: 0, toast: 0, indexes: 0, inserted: 0, updated: 0, hot: 0, dead: 0, wal: 0 };

/** What the database grew by for each call, in KB and rows, the largest tables and indexes first: lines to be read. */
export function growth(before: Figures, after: Figures, calls: number): string[] {
  const tables = [...after.tables].map(([name, now]) => ({
    name,
    ...perCall(before.tables.get(name) ?? NONE, now, calls),
  }));
  const total = sumOf(tables);
  const largest = tables.toSorted((a, b) => b.bytes - a.bytes || b.wal - a.wal).slice(0, TABLES_SHOWN);
  const indexes = [...after.indexes]
    .map(([name, bytes]) => ({ name, bytes: (bytes - (before.indexes.get(name) ?? 0)) / calls }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const commits = ((after.commits - before.commits) / calls).toFixed(0);
  return [
    `${kb(total.bytes)} KB of database a call: heap ${kb(total.heap)}, toast ${kb(total.toast)}, indexes ${kb(total.indexes)}; ${kb((after.wal - before.wal) / calls)} KB of WAL, ${commits} commits`,
    `${total.inserted.toFixed(0)} rows inserted a call, ${total.updated.toFixed(0)} updated (${total.hot.toFixed(0)} of them without an index), ${total.dead.toFixed(0)} dead`,
    row('a call', ['KB', 'heap', 'toast', 'indexes', 'WAL', 'inserted', 'updated', 'hot', 'dead']),
    ...[...largest, { name: 'everything', ...total }].map(({ name, ...one }) =>
      row(name, [
        ...[one.bytes, one.heap, one.toast, one.indexes, one.wal].map(kb),
        ...[one.inserted, one.updated, one.hot, one.dead].map((rows) => rows.toFixed(1)),
      ]),
    ),
    `indexes, KB a call: ${indexes
      .slice(0, INDEXES_SHOWN)
      .map(({ name, bytes }) => `${name} ${kb(bytes)}`)
      .join(', ')}`,
  ];
}

type PerCall = TableFigures & { bytes: number };

function perCall(before: TableFigures, after: TableFigures, calls: number): PerCall {
  const of = (name: keyof TableFigures): number => (after[name] - before[name]) / calls;
  return {
    ...{ bytes: of('heap') + of('toast') + of('indexes') },
    ...{ heap: of('heap'), toast: of('toast'), indexes: of('indexes'), wal: after.wal / calls },
    ...{ inserted: of('inserted'), updated: of('updated'), hot: of('hot'), dead: of('dead') },
  };
}

function sumOf(tables: readonly PerCall[]): PerCall {
  return tables.reduce<PerCall>(
    (sum, one) =>
      Object.fromEntries(
        Object.keys(sum).map((name) => [name, sum[name as keyof PerCall] + one[name as keyof PerCall]]),
      ) as unknown as PerCall,
    { ...NONE, bytes: 0 },
  );
}

const kb = (bytes: number): string => (bytes / KB).toFixed(1);
const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`;
