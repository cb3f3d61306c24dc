import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { createLogger, parseEnv, type Env } from '#platform';
import { ApiClient } from '../../../tools/demo/api-client.js';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { freePort } from '../ingest/product.js';
import { writeManyCalls } from './many-calls.js';

const ROOT = resolve(import.meta.dirname, '../../../..');

export interface AmongCalls {
  /** Signed in as the quality manager. */
  client: ApiClient;
  owner: pg.Client;
  env: Env;
  teamIds: string[];
}

/** Starts the API as it is shipped on a folder of its own, over so many calls of 40 teams, and removes it all afterwards. */
export async function withManyCalls(calls: number, work: (among: AmongCalls) => Promise<void>): Promise<void> {
  // In the checkout and not in the system's temporary folder, which may lie in memory.
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  // The database server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const logger = createLogger('bench', 'warn');
  // One account asks here as often as a whole company: the limit on that is not what is measured.
  const env = { SHOUWEN_RATE_PER_ACCOUNT: '100000', SHOUWEN_RATE_PER_ADDRESS: '100000' };
  const port = await freePort();
  const profile = await EmbeddedProfile.prepare({ dataDir: folder, port, root: ROOT, logger, env });
  const running = [() => profile.stop()];
  try {
    const password = randomBytes(12).toString('base64url');
    const settings = parseEnv(profile.env);
    await seedOrganisation(settings, password);
    const { host, port: at, user, password: secret } = profile.postgres;
    const owner = new pg.Client({ host, port: at, user, password: secret, database: 'shouwen' });
    await owner.connect();
    running.push(() => owner.end());
    const { teamIds } = await writeManyCalls(owner, { calls, teams: 40, peoplePerTeam: 10 });
    profile.api.start();
    await profile.apiReady();
    const client = await ApiClient.signIn(profile.baseUrl, 'quality', password);
    await work({ client, owner, env: settings, teamIds });
  } finally {
    for (const end of running.reverse()) await end();
    await rm(folder, { recursive: true, force: true });
  }
}
