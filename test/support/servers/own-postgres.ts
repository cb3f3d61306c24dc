import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inheritedClock } from '../../../tools/profile/inherited-clock.rules.js';
import { CHECKOUT } from '../checkout.js';
import { placeForServers } from '../place-for-servers.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../libs/platform/src/embedded-postgres/index.js';

const TOOL = join(CHECKOUT, 'tools/setup/postgres-fifteen.mjs');

/** A throw-away server of one's own, apart from the product's data. */
export interface OwnPostgres extends EmbeddedPostgres {
  /** Everything of it, to be looked through. */
  dir: string;
  /** Ends it; what it wrote stays until `remove`. */
  stop(): Promise<void>;
  remove(): Promise<void>;
  /** Starts it once more where it lay, at its old address. */
  again(): Promise<OwnPostgres>;
}

/** The oldest PostgreSQL that the product runs on. @param durable when it is to be killed: what was committed must be there afterwards */
export async function startPostgres15({ durable = false } = {}): Promise<OwnPostgres> {
  const { stdout } = await promisify(execFile)(process.execPath, [TOOL]);
  return start(durable, stdout);
}

/** The bundled one, as a server of one's own. */
export const startPostgres18 = ({ durable = false } = {}): Promise<OwnPostgres> => start(durable);

async function start(durable: boolean, packageDir?: string): Promise<OwnPostgres> {
  const dir = await mkdtemp(join(placeForServers(), 'shouwen-test-own-postgres-'));
  // Release 15's initdb leaves its working directory and comes back by name, as a user who may not enter a folder of root's.
  await chmod(dir, 0o711);
  return startIn({ dataDir: dir, durable, ...(packageDir && { packageDir }) });
}

async function startIn(place: {
  dataDir: string;
  durable: boolean;
  packageDir?: string;
  port?: number;
}): Promise<OwnPostgres> {
  const server = await startEmbeddedPostgres({ ...place, env: inheritedClock(process.env) });
  const { dataDir: dir } = place;
  const again = () => startIn({ ...place, port: server.port });
  return { ...server, dir, again, remove: () => rm(dir, { recursive: true }) };
}
