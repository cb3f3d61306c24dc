import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../libs/platform/src/embedded-postgres/index.js';

const TOOL = join(import.meta.dirname, '../../../tools/setup/postgres-fifteen.mjs');

/** A throw-away server of one's own, apart from the product's data. */
export interface OwnPostgres extends EmbeddedPostgres {
  /** Everything of it, to be looked through. */
  dir: string;
  /** Ends it; what it wrote stays until `remove`. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** The oldest PostgreSQL that the product runs on. */
export async function startPostgres15(): Promise<OwnPostgres> {
  const { stdout } = await promisify(execFile)(process.execPath, [TOOL]);
  return start(stdout);
}

/** The bundled one, as a server of one's own. */
export const startPostgres18 = (): Promise<OwnPostgres> => start();

async function start(packageDir?: string): Promise<OwnPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'shouwen-test-own-postgres-'));
  // Release 15's initdb leaves its working directory and comes back by name, as a user who may not enter a folder of root's.
  await chmod(dir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: dir, durable: false, ...(packageDir && { packageDir }) });
  return { ...server, dir, remove: () => rm(dir, { recursive: true }) };
}
