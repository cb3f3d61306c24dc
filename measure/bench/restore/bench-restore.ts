import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { createLogger } from '#platform';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { freePort } from '../ingest/product.js';
import { writeManyCalls } from '../list/many-calls.js';
import { type Say } from '../say.js';
import { spreadOf, written } from '../spread.rules.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const run = promisify(execFile);

export interface RestoreOptions {
  calls: number;
  rounds: number;
}

/** How long a backup of the database takes, and how long it takes to be back: both commands as they are shipped. */
export async function benchRestore({ calls, rounds }: RestoreOptions, say: Say): Promise<void> {
  say(`restore: ${calls} calls with legs, recordings and scorecards; ${rounds} rounds of a backup and a trial restore`);
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  // The database server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const logger = createLogger('bench', 'warn');
  const profile = await EmbeddedProfile.prepare({ dataDir: folder, port: await freePort(), root: ROOT, logger });
  try {
    const { host, port, user, password } = profile.postgres;
    const owner = new pg.Client({ host, port, user, password, database: 'shouwen' });
    await owner.connect();
    await writeManyCalls(owner, { calls, teams: 40, peoplePerTeam: 10 });
    const { rows } = await owner.query<{ size: string }>('select pg_database_size(current_database()) as size');
    await owner.end();
    const backup = (...args: string[]) => command(profile.env, args);
    const taken: { backup: number[]; drill: number[] } = { backup: [], drill: [] };
    let told = { rows: 0, bytes: 0 };
    for (let round = 0; round < rounds; round++) {
      const made = await backup();
      told = { rows: made['rows'] ?? 0, bytes: made['bytes'] ?? 0 };
      taken.backup.push((made['tookMs'] ?? NaN) / 1000);
      taken.drill.push(((await backup('--drill'))['tookMs'] ?? NaN) / 1000);
    }
    const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
    say(`  database ${mebibytes(Number(rows[0]?.size))} MiB, ${told.rows} rows; backup ${mebibytes(told.bytes)} MiB`);
    say(`  taking it: ${written(spreadOf(taken.backup), 1)} s`);
    say(`  restoring it, every row counted and every foreign key checked: ${written(spreadOf(taken.drill), 1)} s`);
  } finally {
    await profile.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns the numbers that it tells */
async function command(env: Record<string, string>, args: readonly string[]): Promise<Record<string, number>> {
  const script = [join(ROOT, 'dist/tools/backup/main.js'), ...args];
  const { stdout } = await run(process.execPath, script, { env: { PATH: process.env['PATH'], ...env } });
  return Object.fromEntries(
    stdout.split('\n').map((line) => {
      const [name = '', value] = line.split('\t');
      return [name, Number(value)];
    }),
  );
}
