import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  stopOrphanedPostgres,
} from '../../libs/platform/src/embedded-postgres/index.js';
import { inheritedClock } from '../../tools/profile/inherited-clock.rules.js';
import { placeForServers, placesForServers } from './place-for-servers.js';
import { closeDesk, openDesk } from './servers/desk.js';
import { readProcessFacts } from '../../libs/platform/src/embedded-postgres/process-facts.js';

/** How a test process, which jest starts after this server, learns of it. */
export const TEST_SERVER_VARIABLE = 'SHOUWEN_TEST_POSTGRES';

const FOLDER = /^shouwen-test-postgres-(\d+)-/;
/** Three files at once, each with an API and a worker, and the clients of its tests. */
const SIZE = { connections: 400, sharedBuffersMb: 64, workMemMb: 4, maintenanceMemMb: 64 };

let running: { server: EmbeddedPostgres; dataDir: string } | undefined;

/** Starts the one throw-away server of a test run. Jest's `globalSetup`. */
export async function startTestServer(): Promise<void> {
  await removeLeftovers();
  const dataDir = await mkdtemp(join(placeForServers(), `shouwen-test-postgres-${process.pid}-`));
  await openDesk(dataDir);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, size: SIZE, env: inheritedClock(process.env) });
  running = { server, dataDir };
  const { host, port, user, password, database } = server;
  process.env[TEST_SERVER_VARIABLE] = JSON.stringify({ host, port, user, password, database, folder: dataDir });
}

/** Jest's `globalTeardown`. */
export async function stopTestServer(): Promise<void> {
  await closeDesk();
  if (!running) return;
  await running.server.stop();
  await rm(running.dataDir, { recursive: true, maxRetries: 5 });
}

// A run that was killed could not clean up. A folder bears the pid of its run, so that a concurrent run keeps its own.
async function removeLeftovers(): Promise<void> {
  for (const place of placesForServers())
    for (const name of await readdir(place)) {
      const pid = FOLDER.exec(name)?.[1];
      if (pid === undefined || (await readProcessFacts(Number(pid)))) continue;
      const dataDir = join(place, name);
      if (await stopOrphanedPostgres(dataDir)) await rm(dataDir, { recursive: true, force: true });
    }
}
