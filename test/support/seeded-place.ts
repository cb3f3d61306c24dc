import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLogger, parseEnv } from '#platform';
import { freePort } from '../../libs/platform/src/embedded-postgres/index.js';
import { seedOrganisation } from '../../tools/demo/seed/seed-organisation.js';
import { EmbeddedProfile } from '../../tools/profile/embedded-profile.js';
import { CHECKOUT } from './checkout.js';
import { inTurn, testServer } from './postgres.js';

export const PASSWORD = 'four grey geese at dawn';

/** An empty data folder of a product, and what starts one there. Within the run's, so that it is removed with it, also after a run that was killed. */
export async function emptyPlace() {
  return placeAt(await mkdtemp(join(testServer().folder, 'journey-')));
}

/**
 * A data folder with a cluster, a migrated database, keys and the demonstration's people: made for the first that asks in a run, copied for
 * all, and each copy a house of its own.
 */
export async function seededPlace() {
  const seeded = join(testServer().folder, 'seeded');
  await inTurn(async () => {
    if (!existsSync(seeded)) await seed(seeded);
  });
  const place = await emptyPlace();
  // The cluster belongs to the server's user, also in the copy.
  await promisify(execFile)('cp', ['-a', '--reflink=auto', `${seeded}/.`, place.dataDir]);
  return place;
}

const placeAt = (dataDir: string) => ({ dataDir, root: CHECKOUT, logger: createLogger('journey', 'silent') });

/** Whole or not at all: the next that asks does not find what a failure left. */
async function seed(seeded: string): Promise<void> {
  const place = placeAt(await mkdtemp(`${seeded}-`));
  const profile = await EmbeddedProfile.prepare({ ...place, port: await freePort(), durable: false });
  try {
    await seedOrganisation(parseEnv(profile.env), PASSWORD);
  } finally {
    await profile.stop();
  }
  await rename(place.dataDir, seeded);
}
