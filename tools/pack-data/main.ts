import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLogger, parseEnv } from '#platform';
import { EmbeddedProfile } from '../profile/embedded-profile.js';
import { seedOrganisation } from '../demo/seed/seed-organisation.js';
import { liveALittle } from './live-a-little.js';
import { pack, withLittleLog } from './pack.js';

const USAGE =
  'usage: npm run pack-data -- NAME   (for example v0.3.0-dd7b745; writes test/fixtures/upgrades/NAME.tar.xz and NAME.json)';
const ROOT = resolve(import.meta.dirname, '../../..');
/** Of accounts that were invented for the archive. */
const PASSWORD = 'four grey geese at dawn';

/** `npm run pack-data`: makes a small data folder with this checkout's own product, and packs it for the upgrade tests of later releases. */
async function main(): Promise<void> {
  const [name, ...more] = process.argv.slice(2);
  if (!name || more.length > 0 || !/^[\w.-]+$/.test(name)) throw new Error(USAGE);
  const dataDir = await mkdtemp(join(tmpdir(), 'shouwen-pack-'));
  try {
    const logger = createLogger('pack-data', 'warn');
    const profile = await EmbeddedProfile.prepare({ dataDir, root: ROOT, port: await freePort(), logger });
    let lived: unknown;
    try {
      await seedOrganisation(parseEnv(profile.env), PASSWORD);
      await profile.start();
      lived = await liveALittle(profile, PASSWORD);
    } finally {
      await profile.stop();
    }
    await withLittleLog(dataDir);
    const to = join(ROOT, 'test/fixtures/upgrades', name);
    await pack(dataDir, `${to}.tar.xz`);
    await writeFile(`${to}.json`, `${JSON.stringify(lived, null, 2)}\n`);
    process.stdout.write(`${to}.tar.xz\n`);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Error && error.message === USAGE ? 2 : 1;
});
