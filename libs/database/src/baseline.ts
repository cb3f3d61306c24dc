import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#platform';

/** The commit whose schema a new installation begins with, and up to which older data goes by that release itself. */
export const BASELINE_COMMIT = '6bddf58d';

interface Baseline {
  /** Makes the schema in an empty database, with the rows and the names of the migrations that it stands for. To be run in one transaction. */
  readonly sql: string;
  /** Those names, in their order. */
  readonly migrations: readonly string[];
}

const RECORDED = /^ {2}\(\d{13}, '(\w+)'\)/gm;

let read: Baseline | undefined;

/** Read from `baseline.sql` when it is first asked for. */
export function baseline(): Baseline {
  if (read) return read;
  const sql = readFileSync(join(packageRoot(), 'libs/database/src/baseline.sql'), 'utf8');
  return (read = { sql, migrations: [...sql.matchAll(RECORDED)].map(([, name]) => name!) });
}
