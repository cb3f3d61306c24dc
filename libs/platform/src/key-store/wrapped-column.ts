import { type DataSource } from 'typeorm';
import { withKey } from '../encryption/index.js';
import { type KeyProvider } from './key-provider.js';

/**
 * A column that holds 256-bit secrets wrapped by the key provider, beside the version that did it. The names come from our code, never from
 * input.
 */
export interface WrappedColumn {
  readonly table: string;
  readonly id: string;
  readonly bytes: string;
  readonly version: string;
  /** The context that a row's secret is bound to. */
  readonly context: (id: string) => readonly string[];
}

/** How many secrets each version wraps. */
export async function versionsInColumn(source: DataSource, column: WrappedColumn): Promise<Map<string, number>> {
  const { table, bytes, version } = column;
  const rows: { version: string; n: number }[] = await source.query(
    `select ${version} as version, count(*)::int as n from ${table} where ${bytes} is not null group by 1`,
  );
  return new Map(rows.map(({ version, n }) => [version, n]));
}

/**
 * Wraps every secret of a column by the current version. Each row is one conditional update: a secret that was replaced in the meantime wins,
 * and has wrapped it by the current version already. Safe to run again, from where a killed process stopped.
 *
 * @returns how many were re-wrapped
 */
export async function rewrapColumn(source: DataSource, provider: KeyProvider, column: WrappedColumn): Promise<number> {
  const { table, id, bytes, version } = column;
  const current = await provider.currentVersion();
  const rows: { id: string; bytes: Buffer; version: string }[] = await source.query(
    `select ${id} as id, ${bytes} as bytes, ${version} as version from ${table}
     where ${bytes} is not null and ${version} <> $1 order by 1`,
    [current],
  );
  for (const row of rows) {
    const context = column.context(row.id);
    const plain = await provider.unwrap(row, context);
    const wrapped = await withKey(plain, (key) => provider.wrap(key, context));
    await source.query(
      `update ${table} set ${bytes} = $1, ${version} = $2 where ${id} = $3 and ${bytes} = $4 and ${version} = $5`,
      [wrapped.bytes, wrapped.version, row.id, row.bytes, row.version],
    );
  }
  return rows.length;
}
